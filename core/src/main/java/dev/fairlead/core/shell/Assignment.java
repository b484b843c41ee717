package dev.fairlead.core.shell;

import java.util.List;

/// A variable that is given a value: `x=1`, `x+=1`, `x=(a b)`.
///
/// @param isAppended whether the value is put behind the old one
/// @param isArray whether the values are the elements of an array; else there is just one
public record Assignment(String name, boolean isAppended, boolean isArray, List<Word> values) {
    public Assignment {
        values = List.copyOf(values);
    }
}
