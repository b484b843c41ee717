package dev.fairlead.cli;

import dev.fairlead.code.Remark;
import dev.fairlead.code.review.ReportCard;
import dev.fairlead.code.review.Review;
import java.util.Locale;

/// A review for a comment on a pull request: the card, what to mend first, and the worst [#MOST] findings.
final class ReviewMarkdown {

    /// The most findings that are listed; a longer comment is not read.
    static final int MOST = 20;

    private ReviewMarkdown() {}

    static String of(Told told) {
        Review review = told.review();
        ReportCard card = review.card();
        if (review.isEmpty()) {
            return "### Review of what was added\n\n%s.\n".formatted(Review.NOTHING) + unread(review);
        }
        StringBuilder text = new StringBuilder();
        text.append("### Review of what was added: %s\n\n".formatted(card.overall()));
        card.cap().ifPresent(each -> text.append("Because of %s.\n\n".formatted(each)));
        text.append("| | | |\n|---|---|---|\n");
        card.subjects().forEach(each -> text.append(row(each)));
        card.coverage().ifPresent(each -> text.append(row(each)));
        text.append("\n%s in %s.\n"
                .formatted(
                        Html.counted(review.added(), "line"),
                        Html.counted(review.files().size(), "file")));
        review.focus().ifPresent(each -> text.append("\n**Mend first:** %s.\n".formatted(safe(each.guidance()))));
        review.hardest().forEach(each -> text.append("\n**Hard to follow:** %s.\n".formatted(safe(each.told()))));
        if (!told.remarks().isEmpty()) {
            text.append("\n| severity | where | what | instead |\n|---|---|---|---|\n");
            told.remarks().stream().limit(MOST).forEach(each -> text.append(row(each)));
        }
        if (told.remarks().size() > MOST) {
            text.append("\nAnd %d more.\n".formatted(told.remarks().size() - MOST));
        }
        return text.append(unread(review)).toString();
    }

    private static String unread(Review review) {
        StringBuilder text = new StringBuilder();
        review.unread().stream().limit(MOST).forEach(each -> text.append("\n%s.\n".formatted(safe(each))));
        int more = review.unread().size() - MOST;
        return text.append(more > 0 ? "\n%d more are not looked at.\n".formatted(more) : "")
                .toString();
    }

    private static String row(ReportCard.Subject subject) {
        return "| %s | %s | %s |\n"
                .formatted(
                        subject.dimension(),
                        subject.mark().map(each -> "**%s**".formatted(each)).orElse(subject.shown()),
                        subject.arithmetic());
    }

    private static String row(Told.Attributed attributed) {
        Remark remark = attributed.remark();
        String by = attributed.by().isPresent() ? "<br>by " + safe(attributed.words()) : "";
        return "| %s | `%s:%d` | %s (%s%s)%s | %s |\n"
                .formatted(
                        remark.severity().name().toLowerCase(Locale.ROOT),
                        safe(remark.path()),
                        remark.line(),
                        safe(remark.claim()),
                        ReviewTable.rule(remark),
                        remark.cwe().isPresent() ? ", CWE-" + remark.cwe().getAsInt() : "",
                        by,
                        safe(remark.remedy()));
    }

    /// Text that neither ends a cell nor becomes markup, a link or a mention.
    private static String safe(String text) {
        return Wrap.plain(text)
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("@", "@\u200b")
                .replace("[", "\\[");
    }
}
