package dev.fairlead.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that gives at most so many bytes at once.
final class Trickle extends FilterInputStream {

    private final int most;

    Trickle(InputStream source, int most) {
        super(source);
        this.most = most;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return super.read(bytes, from, Math.min(length, most));
    }
}
