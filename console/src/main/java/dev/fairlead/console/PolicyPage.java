package dev.fairlead.console;

import dev.fairlead.core.decide.Verdict;
import dev.fairlead.store.AuditStore.Deed;
import java.util.List;

/// The policy in force in one place, with its layers, and how it came to be.
///
/// @param workspace the folder whose policy it is; empty for none
/// @param notices what is wrong with its files, or has no effect
record PolicyPage(
        Frame frame,
        String workspace,
        String digest,
        List<String> notices,
        List<File> files,
        List<Said> rules,
        List<Said> classes,
        List<Deed> history) {

    /// One file.
    ///
    /// @param level `organisation`, `repository` or `person`
    /// @param isWritable whether the console may change it
    record File(String level, String path, boolean isThere, boolean isWritable) {}

    /// What follows from one rule or class.
    record Said(String name, Verdict verdict) {}

    /// The editor of one file.
    ///
    /// @param based a digest of what the file held when it was read
    record Editor(Frame frame, String workspace, File file, String text, String based, Check check) {}

    /// What a draft would mean.
    ///
    /// @param fault why it cannot be loaded; may be empty
    /// @param digest of the policy that it would make
    record Check(String fault, String digest, List<String> notices, List<Turned> turned) {}

    /// A rule or class of which something else would follow.
    record Turned(String name, String before, String after) {}

    /// What a draft would have decided otherwise.
    ///
    /// @param more how many more decisions would change
    /// @param isCut whether time ran out before all sessions were looked at
    record WhatIf(Editor editor, long sessions, long calls, List<Changed> changes, long more, boolean isCut) {

        long changed() {
            return changes.size() + more;
        }
    }

    /// One decision that would change.
    record Changed(String tool, String command, String before, String after, String reason, String address) {}
}
