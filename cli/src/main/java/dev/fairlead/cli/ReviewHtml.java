package dev.fairlead.cli;

import dev.fairlead.code.Remark;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.review.FileReview;
import dev.fairlead.code.review.ReportCard;
import dev.fairlead.code.review.Review;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A review as one self-contained page: the card, what to mend first, and each finding with its lines.
final class ReviewHtml {

    private static final int AROUND = 2;
    private static final int MOST_LINES = 12;

    private ReviewHtml() {}

    static String of(Told told) throws IOException {
        Review review = told.review();
        StringBuilder body = new StringBuilder();
        body.append("<header><h1>Review: %s</h1><p>%s, %s added in %s</p></header><main>"
                .formatted(
                        review.isEmpty() ? "none" : review.card().overall(),
                        Html.words(told.range()),
                        Html.counted(review.added(), "line"),
                        Html.counted(review.files().size(), "file")));
        review.unread().forEach(each -> body.append("<p>%s</p>".formatted(Html.words(each))));
        if (review.isEmpty()) {
            return page(
                    body.append("<p>%s</p></main>".formatted(Review.NOTHING)).toString());
        }
        review.card().cap().ifPresent(each -> body.append("<p><strong>%s</strong></p>".formatted(Html.words(each))));
        body.append("<section><h2>Report card</h2><table>");
        review.card().subjects().forEach(each -> body.append(row(each)));
        review.card().coverage().ifPresent(each -> body.append(row(each)));
        body.append("</table></section>");
        review.focus()
                .ifPresent(each -> body.append(
                        "<section><h2>Mend first</h2><p>%s</p></section>".formatted(Html.words(each.guidance()))));
        if (!review.hardest().isEmpty()) {
            body.append("<section><h2>Hard to follow</h2>");
            review.hardest().forEach(each -> body.append("<p>%s</p>".formatted(Html.words(each.told()))));
            body.append("</section>");
        }
        body.append("<section><h2>Findings</h2>");
        for (Told.Attributed each : told.remarks()) {
            body.append(finding(each, told));
        }
        body.append(told.remarks().isEmpty() ? "<p>None.</p>" : "").append("</section></main>");
        return page(body.toString());
    }

    private static String row(ReportCard.Subject subject) {
        return "<tr><th scope=\"row\">%s</th><td><strong>%s</strong></td><td>%s</td></tr>"
                .formatted(subject.dimension(), subject.shown(), Html.words(subject.arithmetic()));
    }

    private static String finding(Told.Attributed attributed, Told told) {
        Remark remark = attributed.remark();
        String severity = remark.severity().name().toLowerCase(Locale.ROOT);
        String by = attributed.by().isPresent() ? "<p>by " + Html.words(attributed.words()) + "</p>" : "";
        return "<article class=\"finding %s\"><h3><span class=\"severity\">%s</span> <code>%s:%d</code> %s%s</h3><p>%s</p>%s%s<pre>%s</pre></article>"
                .formatted(
                        severity,
                        severity,
                        Html.escaped(remark.path()),
                        remark.line(),
                        Html.escaped(ReviewTable.rule(remark)),
                        remark.cwe().isPresent() ? " CWE-" + remark.cwe().getAsInt() : "",
                        Html.words(remark.claim()),
                        remark.remedy().isEmpty() ? "" : "<p>instead: %s</p>".formatted(Html.words(remark.remedy())),
                        by,
                        lines(remark, told));
    }

    /// The lines that a finding is about, with some around them; those that were added are marked.
    private static String lines(Remark remark, Told told) {
        Optional<FileChange> change = told.review().files().stream()
                .map(FileReview::change)
                .filter(each -> each.path().equals(remark.path()))
                .findFirst();
        if (change.isEmpty()) {
            return "";
        }
        List<String> lines = change.get().after().lines().toList();
        StringBuilder text = new StringBuilder();
        int last = Math.min(lines.size(), Math.min(remark.endLine() + AROUND, remark.line() + MOST_LINES));
        for (int line = Math.max(1, remark.line() - AROUND); line <= last; line++) {
            String shown = "%5d %s %s"
                    .formatted(
                            line,
                            change.get().added().has(line) ? "+" : " ",
                            Html.escaped(dev.fairlead.core.secret.Secrets.redact(lines.get(line - 1))));
            text.append(line >= remark.line() && line <= remark.endLine() ? "<mark>" + shown + "</mark>" : shown)
                    .append('\n');
        }
        return text.toString();
    }

    private static String page(String body) throws IOException {
        try (InputStream style = ReviewHtml.class.getResourceAsStream("report.css")) {
            String css = style == null ? "" : new String(style.readAllBytes(), StandardCharsets.UTF_8);
            return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="color-scheme" content="light dark">
                <title>Fairlead review</title>
                <style>%s</style>
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(css, body);
        }
    }
}
