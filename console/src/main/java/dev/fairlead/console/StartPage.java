package dev.fairlead.console;

import java.util.List;

/// What is shown while there is nothing yet.
///
/// @param agents that can be connected
/// @param hasExamples whether the bundled sessions are at hand
record StartPage(Frame frame, List<String> agents, boolean hasExamples) {}
