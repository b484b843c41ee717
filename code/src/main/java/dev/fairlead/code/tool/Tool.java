package dev.fairlead.code.tool;

import dev.fairlead.code.Remark;
import dev.fairlead.code.report.MalformedReport;
import dev.fairlead.code.syntax.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A checker that somebody else wrote.
public interface Tool {

    /// Its name, which is also what its programme is called.
    String name();

    /// The languages that it checks.
    Set<Language> languages();

    /// How it is called so that it tells findings and nothing else.
    ///
    /// @param files below the folder that it runs in
    List<String> arguments(List<String> files);

    /// What it found.
    ///
    /// @param output all that it printed
    /// @param root the folder that it ran in
    /// @throws MalformedReport where that is not what it prints when all is well
    List<Remark> read(String output, Path root) throws MalformedReport;
}
