package dev.fairlead.cli.connect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A file that is all ours.
///
/// @param content has [Bridge#MARK] in it, by which it is known again
record OwnFile(Path file, String content, boolean isProgram) implements Part {

    OwnFile {
        if (!content.contains(Bridge.MARK)) {
            throw new IllegalArgumentException("the content of %s does not say that it is ours".formatted(file));
        }
    }

    @Override
    public Optional<String> connected(Texts texts) throws IOException {
        Optional<String> now = texts.of(file);
        if (now.isPresent() && !now.get().contains(Bridge.MARK)) {
            throw new MalformedSettings("%s is there already and not Fairlead's; move it away first".formatted(file));
        }
        return Optional.of(content);
    }

    @Override
    public Optional<String> disconnected(Texts texts, Optional<String> original) throws IOException {
        return isPresent(texts) ? Optional.empty() : texts.of(file);
    }

    @Override
    public boolean isPresent(Texts texts) throws IOException {
        return texts.of(file).filter(now -> now.contains(Bridge.MARK)).isPresent();
    }
}
