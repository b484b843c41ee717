package dev.fairlead.console;

import dev.fairlead.store.Page;
import dev.fairlead.store.SessionSummary;

/// Sessions, the latest first.
record SessionsPage(Frame frame, Search search, Page<SessionSummary> sessions) {}
