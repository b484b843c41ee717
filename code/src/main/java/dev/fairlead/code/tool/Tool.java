package dev.fairlead.code.tool;

import dev.fairlead.code.Remark;
import dev.fairlead.code.report.MalformedReport;
import dev.fairlead.code.syntax.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A checker that somebody else wrote.
public interface Tool {

    /// Its name, as a person asks for it.
    String name();

    /// What its programme is called.
    String program();

    /// The languages that it checks.
    Set<Language> languages();

    /// How it is asked for its version.
    List<String> versionArguments();

    /// How it is called so that it tells findings and nothing else.
    ///
    /// @param files below the folder that it runs in
    /// @param root the folder that it runs in
    Call call(List<String> files, Path root);

    /// What it found.
    ///
    /// @param output all that it printed
    /// @param root the folder that it ran in
    /// @throws MalformedReport where that is not what it prints when all is well
    List<Remark> read(String output, Path root) throws MalformedReport;

    /// Whether a tool can be called, and how.
    sealed interface Call {

        /// With these arguments.
        record With(List<String> arguments) implements Call {}

        /// Not here.
        ///
        /// @param reason in words for a person
        record Impossible(String reason) implements Call {}
    }
}
