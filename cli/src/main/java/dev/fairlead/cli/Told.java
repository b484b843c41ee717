package dev.fairlead.cli;

import dev.fairlead.code.Remark;
import dev.fairlead.code.change.Attribution;
import dev.fairlead.code.change.Authorship;
import dev.fairlead.code.review.FileReview;
import dev.fairlead.code.review.Review;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A review, with who wrote what it remarks on.
///
/// @param range what was compared, for a person
/// @param remarks each with the step that wrote its line, where a session did
record Told(String range, Review review, List<Attributed> remarks) {

    /// A remark and the step that wrote its line.
    record Attributed(Remark remark, Optional<Authorship> by) {

        /// Who wrote it, in words; empty where no session did.
        String words() {
            return by.map(each -> "%s, step %d of session %s%s"
                            .formatted(
                                    each.model().isEmpty() ? each.agent() : each.agent() + " with " + each.model(),
                                    each.step(),
                                    each.session(),
                                    each.request().isEmpty() ? "" : ", asked: " + each.request()))
                    .orElse("");
        }
    }

    static Told of(String range, Review review, Attribution attribution) {
        Map<String, List<Optional<Authorship>>> authors = new HashMap<>();
        for (FileReview file : review.files()) {
            if (!file.remarks().isEmpty()) {
                String path = file.change().path();
                authors.put(path, attribution.of(path, file.change().after()));
            }
        }
        return new Told(
                range,
                review,
                review.remarks().stream()
                        .map(each -> new Attributed(each, author(authors.getOrDefault(each.path(), List.of()), each)))
                        .toList());
    }

    private static Optional<Authorship> author(List<Optional<Authorship>> authors, Remark remark) {
        for (int line = remark.line(); line <= Math.min(remark.endLine(), authors.size()); line++) {
            if (authors.get(line - 1).isPresent()) {
                return authors.get(line - 1);
            }
        }
        return Optional.empty();
    }
}
