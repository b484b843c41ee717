package dev.fairlead.cli;

import dev.fairlead.code.Remark;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.review.FileReview;
import dev.fairlead.code.review.FunctionDelta;
import dev.fairlead.code.review.ReportCard;
import dev.fairlead.code.review.Review;
import dev.fairlead.wire.json.JsonWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.function.Consumer;

/// A review for programmes, one JSON object a line: each `file`, `function` and `finding`, and the `card` at the end.
final class ReviewJson {

    private ReviewJson() {}

    static String of(Told told) {
        StringBuilder text = new StringBuilder();
        Review review = told.review();
        for (FileReview file : review.files()) {
            text.append(line(json -> file(json, file)));
        }
        for (FunctionDelta each : review.functions()) {
            text.append(line(json -> function(json, each)));
        }
        for (Told.Attributed each : told.remarks()) {
            text.append(line(json -> finding(json, each)));
        }
        return text.append(line(json -> card(json, told))).toString();
    }

    private static String line(Consumer<JsonWriter> content) {
        StringWriter line = new StringWriter();
        try (JsonWriter json = new JsonWriter(line)) {
            json.object();
            content.accept(json);
            json.endObject();
        }
        return line + "\n";
    }

    private static void file(JsonWriter json, FileReview file) {
        FileChange change = file.change();
        json.text("type", "file").text("file", change.path());
        change.formerPath().ifPresent(each -> json.text("formerFile", each));
        json.text("kind", change.kind().name().toLowerCase(Locale.ROOT))
                .number("added", change.added().size())
                .number("removed", change.removed())
                .number("moved", change.moved())
                .number("layout", change.layout());
        file.unread().ifPresent(each -> json.text("unread", each));
    }

    private static void function(JsonWriter json, FunctionDelta delta) {
        json.text("type", "function")
                .text("file", delta.path())
                .text("function", delta.after().name())
                .number("line", delta.after().line())
                .flag("new", delta.before().isEmpty())
                .number("cyclomatic", delta.after().cyclomatic())
                .number("cyclomaticDelta", delta.cyclomatic())
                .number("cognitive", delta.after().cognitive())
                .number("cognitiveDelta", delta.cognitive())
                .number("nloc", delta.after().nloc());
    }

    private static void finding(JsonWriter json, Told.Attributed attributed) {
        Remark remark = attributed.remark();
        json.text("type", "finding")
                .text("source", remark.source())
                .text("rule", remark.rule())
                .text("dimension", remark.dimension().toString())
                .text("severity", remark.severity().name().toLowerCase(Locale.ROOT));
        remark.cwe().ifPresent(each -> json.number("cwe", each));
        json.text("file", remark.path())
                .number("line", remark.line())
                .number("endLine", remark.endLine())
                .text("claim", remark.claim())
                .text("remedy", remark.remedy());
        attributed
                .by()
                .ifPresent(by -> json.object("by")
                        .text("session", by.session().value())
                        .text("agent", by.agent())
                        .text("model", by.model())
                        .number("step", by.step())
                        .text("at", by.at().toString())
                        .text("request", by.request())
                        .endObject());
    }

    private static void card(JsonWriter json, Told told) {
        Review review = told.review();
        json.text("type", "card")
                .text("range", told.range())
                .number("files", review.files().size())
                .number("added", review.added())
                .number("findings", review.remarks().size())
                .flag("judged", !review.isEmpty());
        if (review.isEmpty()) {
            return;
        }
        json.text("overall", review.card().overall().name());
        review.card().cap().ifPresent(each -> json.text("cap", each));
        review.card().subjects().forEach(each -> subject(json, each));
        review.card().coverage().ifPresent(each -> subject(json, each));
        review.focus()
                .ifPresent(focus -> json.object("focus")
                        .text("dimension", focus.dimension().toString())
                        .text("file", focus.path())
                        .number("line", focus.line())
                        .text("guidance", focus.guidance())
                        .endObject());
    }

    private static void subject(JsonWriter json, ReportCard.Subject subject) {
        json.object(subject.dimension().toString());
        subject.mark().ifPresent(each -> json.text("grade", each.name()));
        json.text("arithmetic", subject.arithmetic()).endObject();
    }
}
