package dev.fairlead.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/// What a scan says on standard error: the first [#SHOWN] warnings in full, of the others how many there were.
final class Warnings implements Consumer<String> {

    /// How many warnings are printed.
    static final int SHOWN = 20;

    private final PrintWriter target;
    private long count;

    Warnings(PrintWriter target) {
        this.target = target;
    }

    @Override
    public void accept(String warning) {
        count++;
        if (count <= SHOWN) {
            target.println("fairlead: " + warning);
            target.flush();
        }
    }

    /// Says how many more there were.
    void end() {
        if (count > SHOWN) {
            target.println("fairlead: and %,d more warnings like these".formatted(count - SHOWN));
            target.flush();
        }
    }
}
