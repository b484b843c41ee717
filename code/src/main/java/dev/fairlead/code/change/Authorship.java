package dev.fairlead.code.change;

import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;

/// Which step of which session wrote a line.
///
/// @param agent such as `claude-code`
/// @param model empty where it is not known
/// @param step the event's number within its session
/// @param origin where in the session's file
/// @param request the words of the person that the agent worked on; empty where there were none
public record Authorship(
        SessionId session, String agent, String model, long step, Origin origin, Instant at, String request) {}
