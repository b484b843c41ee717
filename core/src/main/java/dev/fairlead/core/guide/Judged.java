package dev.fairlead.core.guide;

import dev.fairlead.core.detect.Finding;

/// A finding, and how firm a policy lets guidance about it become.
///
/// @param isTold whether the agent is to hear of it; what is not told is recorded
/// @param most the firmest rung
public record Judged(Finding finding, boolean isTold, Rung most) {}
