package dev.fairlead.server;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Digest;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Filter;
import dev.fairlead.store.SessionStore;
import dev.fairlead.store.SessionSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How much of what agents did went through the gate: the calls in their own transcripts, set against those that their
/// hooks announced.
final class Coverage {

    private static final int PAGE = 1_000;

    private Coverage() {}

    /// One agent in one version.
    ///
    /// @param sessions with a transcript
    /// @param unhooked of these, the ones of which no hook was ever heard
    /// @param calls in the transcripts of the others
    /// @param ungated of these, the ones that no hook announced
    record Row(String agent, String version, int sessions, int unhooked, long calls, long ungated) {
        Row plus(boolean isUnhooked, long more, long past) {
            return new Row(agent, version, sessions + 1, unhooked + (isUnhooked ? 1 : 0), calls + more, ungated + past);
        }
    }

    /// The coverage of the sessions that match, in the order of agents and versions.
    ///
    /// @param filter of sessions; one page of it is looked at
    static List<Row> of(SessionStore store, Filter filter) {
        Map<String, Row> rows = new TreeMap<>();
        for (SessionSummary file : store.sessions(filter.channel(Channel.FILE)).items()) {
            boolean isUnhooked = store.session(file.session(), Channel.LIVE).isEmpty();
            List<ToolCalled> stored = isUnhooked ? List.of() : calls(store, file.session(), Channel.FILE);
            long past = isUnhooked ? 0 : ungated(stored, calls(store, file.session(), Channel.LIVE));
            String key = file.agent() + "\n" + file.version();
            Row before = rows.getOrDefault(key, new Row(file.agent(), file.version(), 0, 0, 0, 0));
            rows.put(key, before.plus(isUnhooked, stored.size(), past));
        }
        return List.copyOf(rows.values());
    }

    /// How many calls of a transcript no hook announced: by their ids, or where hooks give none, by tool and arguments.
    static long ungated(List<ToolCalled> stored, List<ToolCalled> announced) {
        Set<String> ids = new HashSet<>();
        Map<Long, Integer> alike = new HashMap<>();
        for (ToolCalled each : announced) {
            ids.add(each.call().value());
            alike.merge(print(each), 1, Integer::sum);
        }
        long past = 0;
        for (ToolCalled each : stored) {
            if (ids.contains(each.call().value())) {
                alike.computeIfPresent(print(each), (_, count) -> count - 1);
                continue;
            }
            int left = alike.getOrDefault(print(each), 0);
            past += left > 0 ? 0 : 1;
            alike.put(print(each), left - 1);
        }
        return past;
    }

    /// The same for a call however it was heard of: hooks and transcripts may name a tool differently.
    private static long print(ToolCalled call) {
        return Digest.of(call.action().toString());
    }

    private static List<ToolCalled> calls(SessionStore store, SessionId session, Channel channel) {
        List<ToolCalled> calls = new ArrayList<>();
        List<Event> page = store.events(session, channel, 0, PAGE);
        while (!page.isEmpty()) {
            for (Event event : page) {
                if (event.what() instanceof ToolCalled called) {
                    calls.add(called);
                }
            }
            page = store.events(session, channel, page.getLast().sequence() + 1, PAGE);
        }
        return calls;
    }
}
