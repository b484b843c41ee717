package dev.fairlead.server;

import dev.fairlead.store.PeopleStore;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/// Knows people by the tokens with which they come. The token that agents' hooks carry is nobody's.
final class Callers {

    private static final String BEARER = "Bearer ";

    private final byte[] hookToken;
    private final byte[] adminToken;
    private final String owner;
    private final PeopleStore people;

    Callers(String hookToken, String adminToken, String owner, PeopleStore people) {
        this.hookToken = hookToken.getBytes(StandardCharsets.UTF_8);
        this.adminToken = adminToken.getBytes(StandardCharsets.UTF_8);
        this.owner = owner;
        this.people = people;
    }

    /// Whether a request comes from an agent's hook.
    boolean isHook(ServerRequest request) {
        return MessageDigest.isEqual(token(request).getBytes(StandardCharsets.UTF_8), hookToken);
    }

    /// Who sends a request; empty where nobody is known by its token.
    Optional<Caller> of(ServerRequest request) {
        return of(token(request));
    }

    /// The person of a token.
    Optional<Caller> of(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        if (MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), adminToken)) {
            return Optional.of(owner());
        }
        return people.of(token).map(person -> new Caller(person.name(), person.groups(), false));
    }

    /// The same person as they stand now; empty where they may no longer decide.
    Optional<Caller> again(Caller caller) {
        return caller.isOwner()
                ? Optional.of(owner())
                : people.people().stream()
                        .filter(person -> person.name().equals(caller.name()))
                        .map(person -> new Caller(person.name(), person.groups(), false))
                        .findFirst();
    }

    /// The server's owner, with the groups that they have given themselves.
    private Caller owner() {
        Set<String> groups = people.people().stream()
                .filter(person -> person.name().equals(owner))
                .findFirst()
                .map(PeopleStore.Person::groups)
                .orElse(Set.of());
        return new Caller(owner, groups, true);
    }

    private static String token(ServerRequest request) {
        return token(request.headers().first(HeaderNames.AUTHORIZATION).orElse(""));
    }

    /// The token in a header `Authorization`; empty where there is none.
    static String token(String given) {
        return given.startsWith(BEARER) ? given.substring(BEARER.length()) : "";
    }
}
