package dev.fairlead.server;

import dev.fairlead.store.PeopleStore;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.Node;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Says who may decide beside the owner. A person's token is told once, when it is made.
final class PeopleDesk {

    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}@._-]{1,64}");

    private final PeopleStore people;
    private final Oversight oversight;

    PeopleDesk(PeopleStore people, Oversight oversight) {
        this.people = people;
        this.oversight = oversight;
    }

    void list(JsonWriter json) {
        ApiJson.list(json, "people", people.people(), PeopleDesk::person);
    }

    private static void person(JsonWriter json, PeopleStore.Person person) {
        json.object();
        parts(json, person);
        json.endObject();
    }

    private static void parts(JsonWriter json, PeopleStore.Person person) {
        json.text("name", person.name());
        json.array("groups");
        person.groups().stream().sorted().forEach(json::item);
        json.endArray();
        json.text("addedAt", person.addedAt().toString()).text("addedBy", person.addedBy());
    }

    void add(ServerRequest request, ServerResponse response, Caller caller) throws IOException {
        if (!isOwner(response, caller)) {
            return;
        }
        Node.Fields body = Api.body(request);
        String name = name(body);
        Set<String> groups = new HashSet<>();
        for (Node each : body.items("groups").nodes()) {
            groups.add(
                    each instanceof Node.Text text && NAME.matcher(text.value()).matches()
                            ? text.value()
                            : wrong("groups"));
        }
        String token = StateFolder.freshToken();
        boolean isKnown = people.people().stream().anyMatch(each -> each.name().equals(name));
        PeopleStore.Person person =
                people.add(name, groups, token, oversight.clock().instant(), caller.name());
        oversight.note(caller.name(), isKnown ? "person-changed" : "person-added", name, String.join(" ", groups));
        Api.reply(response, json -> {
            parts(json, person);
            json.text("token", token).flag("replaced", isKnown);
        });
    }

    void remove(ServerRequest request, ServerResponse response, Caller caller) throws IOException {
        if (!isOwner(response, caller)) {
            return;
        }
        String name = name(Api.body(request));
        if (!people.remove(name)) {
            throw new IllegalArgumentException("nobody is called `%s`".formatted(name));
        }
        oversight.note(caller.name(), "person-removed", name, "");
        Api.reply(response, json -> json.text("removed", name));
    }

    private static String name(Node.Fields body) {
        String name = body.textOr("name", "");
        return NAME.matcher(name).matches() ? name : wrong("name");
    }

    private static String wrong(String key) {
        throw new IllegalArgumentException(
                "`%s` takes letters, digits and `@`, `.`, `_`, `-`, at most 64 of them".formatted(key));
    }

    private static boolean isOwner(ServerResponse response, Caller caller) {
        if (!caller.isOwner()) {
            response.status(Status.FORBIDDEN_403);
            Api.reply(response, json -> json.text("error", "only the owner of the server may say who decides"));
        }
        return caller.isOwner();
    }
}
