package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Programs that turn what nobody can read into text, and back, and those that pack and unpack.
final class Decoding {

    private static final Spec BASE64 = Spec.of("d|decode|D i|ignore-garbage w|wrap= o|output= help version");
    private static final Spec XXD = Spec.of("r|revert p|ps|postscript|plain c= g= l= s= o= b u h|help v|version");
    private static final Spec OPENSSL = Spec.of("d in= out= base64|a A k= K= iv= pass= e salt pbkdf2 aes-256-cbc");
    private static final Spec TAR = Spec.of(
            "c|create x|extract|get t|list r|append u|update f|file= C|directory= z|gzip j|bzip2 J v O|to-stdout I|use-compress-program= T|files-from= X|exclude-from= exclude= strip-components= k p to-command= info-script= F= checkpoint-action= checkpoint transform= owner= group= mode= label= force-local no-recursion help version wildcards");
    private static final Map<String, String> PACKERS =
            Map.of("gzip", ".gz", "bzip2", ".bz2", "xz", ".xz", "zstd", ".zst", "lzma", ".lzma", "compress", ".Z");

    private Decoding() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        programs.put("base64", Decoding::base64);
        programs.put("gbase64", Decoding::base64);
        programs.put("xxd", Decoding::xxd);
        programs.put("openssl", Decoding::openssl);
        programs.put("tar", Archives::tar);
        programs.put("gtar", Archives::tar);
        programs.put("bsdtar", Archives::tar);
        programs.put("zip", Archives::zip);
        programs.put("7z", Archives::zip);
        programs.put("unzip", Archives::unzip);
        PACKERS.keySet().forEach(name -> programs.put(name, Decoding::pack));
        for (String name : List.of("gunzip", "zcat", "bunzip2", "bzcat", "unxz", "xzcat", "zstdcat", "uudecode")) {
            programs.put(
                    name,
                    it -> decoded(
                            input(it, it.options(Spec.of("c d f k q v S=")).operands())));
        }
        programs.put("gpg", it -> it.has("-d") || it.has("--decrypt") ? Flow.from(Taint.DECODED) : Flow.UNKNOWN);
        programs.put("rot13", it -> decoded(it.input()));
        return programs;
    }

    static Spec tar() {
        return TAR;
    }

    private static Flow decoded(Flow flow) {
        return flow.altered().tainted(Set.of(Taint.DECODED));
    }

    private static Flow input(Invocation it, List<Argument> files) {
        return files.isEmpty() ? it.input() : it.shell().read(files.getFirst());
    }

    private static Flow base64(Invocation it) {
        Options options = it.options(BASE64);
        Flow input = input(it, options.operands());
        if (!options.has("d")) {
            return input.altered();
        }
        Optional<String> text = input.text().flatMap(Decoding::base64);
        return new Flow(text, Flow.union(input.taints(), Set.of(Taint.DECODED)));
    }

    /// The text that is written in this way; empty where it is not.
    static Optional<String> base64(String text) {
        try {
            StringBuilder decoded = new StringBuilder();
            for (byte each : Base64.getMimeDecoder().decode(text.strip())) {
                decoded.append((char) (each & 0xff));
            }
            return Optional.of(decoded.toString());
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static Flow xxd(Invocation it) {
        Options options = it.options(XXD);
        Flow input = options.has("h", "v") ? Flow.UNKNOWN : input(it, options.operands());
        if (!options.has("r")) {
            return input.altered();
        }
        Optional<String> text = input.text().filter(known -> options.has("p")).flatMap(Decoding::hexadecimal);
        return new Flow(text, Flow.union(input.taints(), Set.of(Taint.DECODED)));
    }

    private static Optional<String> hexadecimal(String text) {
        StringBuilder decoded = new StringBuilder();
        String digits = text.strip();
        for (int i = 0; i + 1 < digits.length(); i += 2) {
            int high = Character.digit(digits.charAt(i), 16);
            int low = Character.digit(digits.charAt(i + 1), 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            decoded.append((char) (high * 16 + low));
        }
        return Optional.of(decoded.toString());
    }

    /// The text with each character of one set replaced by that of the other, where the sets are plain or ranges.
    static Optional<String> translated(String text, String from, String to) {
        Optional<String> first = set(from);
        Optional<String> second = set(to);
        if (first.isEmpty() || second.isEmpty() || second.get().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder changed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int at = first.get().indexOf(text.charAt(i));
            changed.append(
                    at < 0
                            ? text.charAt(i)
                            : second.get().charAt(Math.min(at, second.get().length() - 1)));
        }
        return Optional.of(changed.toString());
    }

    private static Optional<String> set(String written) {
        if (written.startsWith("-") || written.contains("[:")) {
            return Optional.empty();
        }
        StringBuilder set = new StringBuilder();
        int i = 0;
        while (i < written.length()) {
            if (i + 2 < written.length() && written.charAt(i + 1) == '-') {
                for (char c = written.charAt(i); c <= written.charAt(i + 2) && set.length() < 256; c++) {
                    set.append(c);
                }
                i += 3;
            } else {
                set.append(written.charAt(i++));
            }
        }
        return Optional.of(set.toString());
    }

    private static Flow openssl(Invocation it) {
        Options options = it.options(OPENSSL);
        Flow input = options.value("in").map(it.shell()::read).orElse(it.input());
        Flow output = options.has("d") ? decoded(input) : input.altered();
        Optional<Argument> file = options.value("out");
        file.ifPresent(to -> it.shell().write(it.target(to), output, false));
        return file.isPresent() ? Flow.EMPTY : output;
    }

    private static Flow pack(Invocation it) {
        Options options = it.options(Spec.of("c|stdout d|decompress k|keep f S|suffix= q v n t l r"));
        Flow flow = input(it, options.operands());
        if (options.has("d")) {
            return decoded(flow);
        }
        if (!options.operands().isEmpty() && !options.has("c")) {
            String ending = options.value("S").map(Argument::text).orElse(PACKERS.getOrDefault(it.program(), ""));
            Argument file = options.operands().getFirst();
            it.shell().write(it.target(file.withText(file.text() + ending)), flow.altered(), false);
            return Flow.EMPTY;
        }
        return flow.altered();
    }
}
