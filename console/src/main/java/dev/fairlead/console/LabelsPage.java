package dev.fairlead.console;

import dev.fairlead.store.Label;
import dev.fairlead.store.LabelStore.Agreement;
import dev.fairlead.store.Page;
import java.util.List;

/// What people say of findings, by detector and one by one.
record LabelsPage(Frame frame, Search search, List<Agreement> agreement, Page<Label> labels) {}
