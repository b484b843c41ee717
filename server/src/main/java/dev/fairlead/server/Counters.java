package dev.fairlead.server;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.guide.Intervention;
import dev.fairlead.core.guide.State;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongSupplier;

/// What the server counts of itself, for Prometheus. Names and labels hold nothing that an agent wrote.
final class Counters {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter hooks = Counter.builder()
            .name("fairlead_hooks_total")
            .help("Hook calls that were answered")
            .labelNames("agent", "moment")
            .register(registry);
    private final Histogram answers = Histogram.builder()
            .name("fairlead_hook_seconds")
            .help("From the payload's last byte to the answer, without waiting for people")
            .classicOnly()
            .classicUpperBounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 1)
            .labelNames("agent")
            .register(registry);
    private final Counter rulings = Counter.builder()
            .name("fairlead_gate_decisions_total")
            .help("Calls that the gate decided about")
            .labelNames("agent", "answer")
            .register(registry);
    private final Counter findings = Counter.builder()
            .name("fairlead_findings_total")
            .help("Findings, by class")
            .labelNames("class", "severity")
            .register(registry);
    private final Counter interventions = Counter.builder()
            .name("fairlead_interventions_total")
            .help("Guidance by class, and what became of it")
            .labelNames("class", "state", "outcome")
            .register(registry);
    private final Counter ungated = Counter.builder()
            .name("fairlead_ungated_calls_total")
            .help("Calls that came back without having been announced")
            .labelNames("agent")
            .register(registry);
    private final Counter shed = Counter.builder()
            .name("fairlead_shed_total")
            .help("Entries that could not be kept")
            .register(registry);
    private final Counter notReviewed = Counter.builder()
            .name("fairlead_changes_not_reviewed_total")
            .help("Changes of code that were left out since too many waited")
            .register(registry);
    private final Counter faults = Counter.builder()
            .name("fairlead_faults_total")
            .help("Requests that failed through a fault of the server")
            .register(registry);

    /// A figure that is read when it is asked for.
    void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call((double) value.getAsLong()))
                .register(registry);
    }

    void hook(String agent, String moment) {
        hooks.labelValues(agent, moment).inc();
    }

    void answered(String agent, double seconds) {
        answers.labelValues(agent).observe(seconds);
    }

    void ruled(String agent, Answer answer) {
        rulings.labelValues(agent, answer.name().toLowerCase(Locale.ROOT)).inc();
    }

    void found(Finding finding) {
        findings.labelValues(finding.misbehaviour().code(), finding.severity().code())
                .inc();
    }

    void intervened(Intervention each) {
        String outcome = each.state() == State.WAITING ? "" : each.outcome().name();
        interventions
                .labelValues(
                        each.misbehaviour().code(),
                        each.state().name().toLowerCase(Locale.ROOT),
                        outcome.toLowerCase(Locale.ROOT))
                .inc();
    }

    void ungated(String agent) {
        ungated.labelValues(agent).inc();
    }

    void shed() {
        shed.inc();
    }

    void notReviewed() {
        notReviewed.inc();
    }

    void fault() {
        faults.inc();
    }

    /// All figures in Prometheus's text format.
    String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(bytes, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
