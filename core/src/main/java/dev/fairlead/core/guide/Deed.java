package dev.fairlead.core.guide;

/// One call that came back, as far as it tells whether guidance still holds or was followed.
///
/// @param call the fingerprint of the tool and its arguments
record Deed(long call, boolean worked, long sequence) {}
