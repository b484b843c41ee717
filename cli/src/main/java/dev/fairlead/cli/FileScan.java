package dev.fairlead.cli;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.watch.Watch;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Reading;
import dev.fairlead.wire.TranscriptReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The scan of one file: its events go to the watch over their session, and a session that is over becomes a report.
///
/// At most [#OPEN] sessions of a file are watched at once; beyond that the one that was silent for longest is taken
/// to be over. Its later events, if any come, count as another session.
final class FileScan {

    /// The most sessions of one file that are watched at once.
    static final int OPEN = 64;

    private static final int TITLE = 100;

    private final String file;
    private final List<Detector<?>> detectors;
    private final boolean keepsSteps;
    private final Consumer<SessionReport> reports;
    private final Map<SessionId, Open> open = new LinkedHashMap<>(16, 0.75f, true);
    private int opened;

    FileScan(String file, List<Detector<?>> detectors, boolean keepsSteps, Consumer<SessionReport> reports) {
        this.file = file;
        this.detectors = detectors;
        this.keepsSteps = keepsSteps;
        this.reports = reports;
    }

    /// A session that is being watched.
    private static final class Open {
        private final int number;
        private final Steps steps = new Steps();
        private final List<SessionReport.Flagged> findings = new ArrayList<>();
        private Watch watch;
        private long leftOut;
        private String title = "";

        Open(int number, Watch watch) {
            this.number = number;
            this.watch = watch;
        }
    }

    Reading read(InputStream source, String name, Optional<Dialect> forced) throws IOException {
        try {
            return new TranscriptReader(name, forced, this::hear).read(Path.of(file), source);
        } finally {
            open.values().stream()
                    .sorted(Comparator.comparingInt(each -> each.number))
                    .forEach(this::close);
            open.clear();
        }
    }

    private void hear(Event event) {
        Open session = open.get(event.session());
        if (session == null) {
            session = new Open(opened++, Watch.over(event.session(), detectors, Policy.OBSERVE));
            open.put(event.session(), session);
            if (open.size() > OPEN) {
                Iterator<Open> longestSilent = open.values().iterator();
                close(longestSilent.next());
                longestSilent.remove();
            }
        }
        if (session.title.isEmpty() && event.what() instanceof Happening.TaskGiven task) {
            session.title = Wrap.cut(task.text().strip().replaceAll("\\s+", " "), TITLE);
        }
        Watch.Step step = session.watch.after(event);
        session.watch = step.watch();
        if (keepsSteps) {
            session.steps.hear(event, step.watch().session());
        }
        for (Finding finding : step.findings()) {
            if (session.findings.size() < SessionReport.MOST_FINDINGS) {
                session.findings.add(
                        new SessionReport.Flagged(finding, keepsSteps ? session.steps.about(finding) : List.of()));
            } else {
                session.leftOut++;
            }
        }
    }

    private void close(Open session) {
        Session facts = session.watch.session();
        reports.accept(new SessionReport(
                facts.id().value(),
                file,
                facts.profile().agent(),
                session.title,
                facts.profile(),
                facts.tally(),
                session.findings,
                session.leftOut));
    }
}
