package dev.fairlead.console;

import static dev.fairlead.console.Say.say;

import dev.fairlead.console.PolicyPage.Check;
import dev.fairlead.console.PolicyPage.Editor;
import dev.fairlead.console.PolicyPage.File;
import dev.fairlead.console.PolicyPage.Said;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Level;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.gate.Rules;
import dev.fairlead.policy.LoadedPolicy;
import dev.fairlead.policy.PolicyText;
import dev.fairlead.server.Door;
import dev.fairlead.store.Filter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The policy: what is in force and who says so, and how it is changed. A change can be saved only from the page that
/// shows what it would have decided otherwise.
final class PolicyDesk implements Console.Part {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String CHANGED = "policy-changed";

    private final Door door;
    private final Frames frames;

    PolicyDesk(Door door, Frames frames) {
        this.door = door;
        this.frames = frames;
    }

    @Override
    public void route(Console.Ways ways) {
        ways.show("/policy", this::policy);
        ways.show("/policy/edit", this::edit);
        ways.deed(
                "/policy/check",
                asked -> new Answered.Page(
                        Markup.of(JtepolicycheckGenerated::render, check(asked, level(asked.form()), draft(asked)))));
        ways.deed("/policy/what-if", this::whatIf);
        ways.deed("/policy/save", this::save);
    }

    private static String workspace(Form form) {
        String workspace = form.first("workspace").orElse("");
        try {
            if (!workspace.isEmpty() && !Path.of(workspace).isAbsolute()) {
                throw new IllegalArgumentException(say("policy.not-absolute", workspace));
            }
        } catch (InvalidPathException fault) {
            throw new IllegalArgumentException(say("policy.not-absolute", workspace), fault);
        }
        return workspace;
    }

    private static Level level(Form form) {
        return Search.constant(Level.class, form.first("level").orElse("person"));
    }

    private Answered policy(Asked asked) {
        String workspace = workspace(asked.parts());
        LoadedPolicy loaded = door.policy(workspace);
        List<File> files = new ArrayList<>();
        door.policyPlaces(workspace).forEach((level, path) -> {
            if (level != Level.REPOSITORY || !workspace.isEmpty()) {
                files.add(file(asked, level, path));
            }
        });
        PolicyPage page = new PolicyPage(
                frames.of("policy", asked),
                workspace,
                loaded.policy().digest(),
                loaded.notices(),
                files,
                Rules.names().stream()
                        .sorted()
                        .map(rule -> new Said(rule, loaded.policy().mode(rule, Context.UNKNOWN)))
                        .toList(),
                Arrays.stream(Misbehaviour.values())
                        .map(each -> new Said(each.code(), loaded.policy().mode(each, Context.UNKNOWN)))
                        .toList(),
                door.store().audit().deeds(Filter.ALL.state(CHANGED).limit(20)).items());
        return new Answered.Page(Markup.of(JtepolicyGenerated::render, page));
    }

    /// Only the server's owner changes policies: whoever else may decide about calls may not decide about all of them.
    private static File file(Asked asked, Level level, Path path) {
        Path folder = path.getParent();
        Path nearest = folder == null || Files.exists(folder) ? folder : folder.getParent();
        boolean isWritable = Files.exists(path) ? Files.isWritable(path) : nearest != null && Files.isWritable(nearest);
        return new File(
                level.code(),
                path.toString(),
                Files.exists(path),
                isWritable && asked.visitor().caller().isOwner());
    }

    private Path path(Form form) {
        Map<Level, Path> places = door.policyPlaces(workspace(form));
        Path path = places.get(level(form));
        if (path == null) {
            throw new IllegalArgumentException(say("policy.no-level"));
        }
        return path;
    }

    private Answered edit(Asked asked) {
        Path path = path(asked.parts());
        String text = Drafts.text(path);
        if (!Inert.of(text).equals(text)) {
            throw new IllegalArgumentException(say("policy.hidden", path));
        }
        Editor editor = editor(asked, asked.parts(), text.isEmpty() ? say("policy.first") : text, Drafts.digest(text));
        return new Answered.Page(Markup.of(JtepolicyeditGenerated::render, editor));
    }

    private Editor editor(Asked asked, Form form, String text, String based) {
        Path path = path(form);
        Level level = level(form);
        return new Editor(
                frames.of(say("policy.edit.title"), "policy", asked),
                workspace(form),
                file(asked, level, path),
                text,
                based,
                check(form, level, text));
    }

    /// A browser ends lines as the standard for forms says; files do not.
    private static String draft(Asked asked) {
        String text = asked.form().text("text").replace("\r\n", "\n");
        if (text.length() > PolicyText.LONGEST) {
            throw new IllegalArgumentException(say("policy.too-long", Say.count(PolicyText.LONGEST)));
        }
        return text;
    }

    private Check check(Asked asked, Level level, String text) {
        return check(asked.form(), level, text);
    }

    private Check check(Form form, Level level, String text) {
        String fault = text.isBlank() ? "" : Drafts.fault(level, path(form), text);
        if (!fault.isEmpty()) {
            return new Check(fault, "", List.of(), List.of());
        }
        LoadedPolicy now = door.policy(workspace(form));
        LoadedPolicy then = Drafts.loaded(door.policyPlaces(workspace(form)), level, text);
        return new Check("", then.policy().digest(), then.notices(), Drafts.turned(now.policy(), then.policy()));
    }

    private Answered whatIf(Asked asked) {
        String text = draft(asked);
        Editor editor = editor(asked, asked.form(), text, asked.required("based"));
        if (!editor.check().fault().isEmpty()) {
            return new Answered.Page(Markup.of(JtepolicyeditGenerated::render, editor));
        }
        LoadedPolicy then = Drafts.loaded(door.policyPlaces(editor.workspace()), level(asked.form()), text);
        WhatIf replay = new WhatIf(
                door.store().sessions(),
                door.policy(editor.workspace()).policy(),
                then.policy(),
                System.nanoTime() + PATIENCE.toNanos());
        return new Answered.Page(Markup.of(JtewhatifGenerated::render, replay.run(editor, Filter.ALL)));
    }

    private Answered save(Asked asked) {
        String why = asked.required("why");
        String text = draft(asked);
        Path path = path(asked.form());
        Editor editor = editor(asked, asked.form(), text, asked.required("based"));
        if (!editor.file().isWritable()) {
            throw new IllegalArgumentException(say("policy.not-writable", path));
        }
        if (!editor.check().fault().isEmpty()) {
            throw new IllegalArgumentException(editor.check().fault());
        }
        String before = Drafts.text(path);
        if (!Drafts.digest(before).equals(editor.based())) {
            throw new IllegalArgumentException(say("policy.changed-meanwhile", path));
        }
        Drafts.write(path, text);
        door.refreshPolicies();
        StringBuilder change = new StringBuilder();
        DiffLine.between(before, text)
                .forEach(line -> change.append(line.mark())
                        .append(' ')
                        .append(line.text())
                        .append('\n'));
        door.note(asked.visitor().caller(), CHANGED, path.toString(), why, change.toString());
        return new Answered.Elsewhere("/policy?done=policy"
                + (editor.workspace().isEmpty() ? "" : "&workspace=" + Addresses.encoded(editor.workspace())));
    }
}
