package dev.fairlead.code.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A programming language that is read.
public enum Language {
    BASH("bash", "sh", "bash", "bats", "ksh"),
    C("c", "c"),
    C_SHARP("csharp", "cs", "csx"),
    CPP("cpp", "cpp", "cc", "cxx", "c++", "h", "hpp", "hh", "hxx", "h++", "ipp", "inl", "tpp"),
    GO("go", "go"),
    JAVA("java", "java"),
    JAVASCRIPT("javascript", "js", "jsx", "mjs", "cjs"),
    KOTLIN("kotlin", "kt", "kts"),
    PHP("php", "php", "phtml", "php5", "php7", "php8"),
    PYTHON("python", "py", "pyi", "pyw"),
    RUBY("ruby", "rb", "rake", "gemspec"),
    RUST("rust", "rs"),
    TYPESCRIPT("typescript", "ts", "tsx", "mts", "cts");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed
    private final List<String> endings;

    Language(String title, String... endings) {
        this.title = title;
        this.endings = List.of(endings);
    }

    /// The name as it is printed, such as `csharp`.
    public String title() {
        return title;
    }

    /// The language of a file, told from its name; empty where it is none of these.
    public static Optional<Language> of(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.indexOf('.') < 0
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(each -> each.endings.contains(ending))
                        .findFirst();
    }

    /// The language of that name, as it is printed.
    public static Optional<Language> named(String title) {
        return Arrays.stream(values()).filter(each -> each.title.equals(title)).findFirst();
    }

    /// The grammar that a file of this language is read by.
    public Grammar grammar(String path) {
        return switch (this) {
            case BASH -> Grammar.BASH;
            case C -> Grammar.C;
            case C_SHARP -> Grammar.C_SHARP;
            case CPP -> Grammar.CPP;
            case GO -> Grammar.GO;
            case JAVA -> Grammar.JAVA;
            case JAVASCRIPT -> Grammar.JAVASCRIPT;
            case KOTLIN -> Grammar.KOTLIN;
            case PHP -> Grammar.PHP;
            case PYTHON -> Grammar.PYTHON;
            case RUBY -> Grammar.RUBY;
            case RUST -> Grammar.RUST;
            case TYPESCRIPT -> path.endsWith(".tsx") ? Grammar.TSX : Grammar.TYPESCRIPT;
        };
    }
}
