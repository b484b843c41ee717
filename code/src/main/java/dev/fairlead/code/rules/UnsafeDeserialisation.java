package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Flags objects that are brought back from bytes in a way that can run code.
final class UnsafeDeserialisation implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "unsafe-deserialisation",
            Dimension.SECURITY,
            Severity.HIGH,
            502,
            "objects are made from bytes by a form that lets the bytes choose what is run",
            "bytes that only the programme itself writes look the same",
            "use a form that holds data only, such as JSON, and say which type is expected");

    private static final Set<String> ALWAYS = Set.of(
            "pickle.load",
            "pickle.loads",
            "cPickle.load",
            "cPickle.loads",
            "dill.load",
            "dill.loads",
            "marshal.loads",
            "jsonpickle.decode",
            "new:ObjectInputStream",
            "new:XMLDecoder",
            "v8.deserialize",
            "unserialize",
            "Marshal.load",
            "new:BinaryFormatter");
    private static final Pattern SERIALIZE = Pattern.compile("(?i)serialize\\.unserialize$");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        return source.calls().stream()
                .filter(each -> isUnsafe(each, source.tree().root()))
                .map(each ->
                        Place.remark(CARD, source, each.node(), "makes objects from bytes that may run code: `%s`"))
                .toList();
    }

    private static boolean isUnsafe(Call call, SyntaxNode root) {
        String path = call.path();
        return ALWAYS.contains(path)
                || SERIALIZE.matcher(path).find()
                || path.equals("yaml.load")
                        && call.arguments().stream()
                                .noneMatch(each -> each.text().contains("Safe"))
                        && root.tree().size() > 0
                        && isPython(root)
                || call.name().equals("fromXML")
                        && root.all("type_identifier")
                                .anyMatch(each -> each.text().equals("XStream"))
                || path.equals("gob.NewDecoder")
                        && call.argument(0).filter(Context::isFromOutside).isPresent();
    }

    /// In other languages `yaml.load` makes data only.
    private static boolean isPython(SyntaxNode root) {
        return root.is("module");
    }
}
