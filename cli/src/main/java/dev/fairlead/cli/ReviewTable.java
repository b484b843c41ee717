package dev.fairlead.cli;

import dev.fairlead.code.Remark;
import dev.fairlead.code.review.FileReview;
import dev.fairlead.code.review.ReportCard;
import dev.fairlead.code.review.Review;
import java.util.Locale;

/// A review for a person at a terminal.
final class ReviewTable {

    private static final int WIDTH = 100;

    private ReviewTable() {}

    static String of(Told told) {
        Review review = told.review();
        StringBuilder text = new StringBuilder();
        text.append("%s: %s added in %s%n%n"
                .formatted(
                        told.range(),
                        Html.counted(review.added(), "line"),
                        Html.counted(review.files().size(), "file")));
        if (review.isEmpty()) {
            text.append(Review.NOTHING).append('\n').append(unread(review));
            return text.toString();
        }
        ReportCard card = review.card();
        text.append("overall      %s%s%n"
                .formatted(card.overall(), card.cap().map(each -> "  " + each).orElse("")));
        card.subjects().forEach(each -> text.append(line(each)));
        card.coverage().ifPresent(each -> text.append(line(each)));
        review.focus()
                .ifPresent(each -> text.append("%nmend first: %s%n"
                        .formatted(wrapped(each.guidance(), 13).strip())));
        review.hardest()
                .forEach(each -> text.append("%nhard to follow: %s%n"
                        .formatted(wrapped(each.told(), 16).strip())));
        told.remarks().forEach(each -> text.append(finding(each)));
        return text.append(unread(review)).toString();
    }

    private static String finding(Told.Attributed each) {
        StringBuilder text = new StringBuilder();
        Remark remark = each.remark();
        text.append("%n%-6s %s:%d  %s%s%n"
                .formatted(
                        remark.severity().name().toLowerCase(Locale.ROOT),
                        Wrap.plain(remark.path()),
                        remark.line(),
                        rule(remark),
                        remark.cwe().isPresent() ? "  CWE-" + remark.cwe().getAsInt() : ""));
        text.append(wrapped(remark.claim(), 7)).append('\n');
        if (!remark.remedy().isEmpty()) {
            text.append(wrapped("instead: " + remark.remedy(), 7)).append('\n');
        }
        if (each.by().isPresent()) {
            text.append(wrapped("by " + each.words(), 7)).append('\n');
        }
        return text.toString();
    }

    private static String unread(Review review) {
        StringBuilder text = new StringBuilder();
        for (FileReview file : review.files()) {
            file.unread()
                    .ifPresent(reason -> text.append("%n%s is not looked at: %s%n"
                            .formatted(file.change().path(), reason)));
        }
        return text.toString();
    }

    static String rule(Remark remark) {
        return remark.source().equals(Remark.OWN) ? remark.rule() : remark.source() + " " + remark.rule();
    }

    private static String line(ReportCard.Subject subject) {
        return "%-12s %s  %s%n".formatted(subject.dimension(), subject.shown(), subject.arithmetic());
    }

    private static String wrapped(String text, int indent) {
        String blanks = " ".repeat(indent);
        return blanks + String.join("\n" + blanks, Wrap.lines(Wrap.plain(text), WIDTH - indent));
    }
}
