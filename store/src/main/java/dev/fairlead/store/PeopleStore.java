package dev.fairlead.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps who may decide beside the owner of the server, and by which token each is known.
public interface PeopleStore {

    /// Adds a person. Of one who is there already the groups and the token are replaced.
    ///
    /// @param token as it is sent; only its SHA-256 is kept
    Person add(String name, Set<String> groups, String token, Instant at, String by);

    /// Takes a person out.
    ///
    /// @return whether there was one
    boolean remove(String name);

    /// Everybody, in order of their names.
    List<Person> people();

    /// The person of a token.
    Optional<Person> of(String token);

    /// A person.
    ///
    /// @param groups to which they belong
    record Person(String name, Set<String> groups, Instant addedAt, String addedBy) {
        public Person {
            groups = Set.copyOf(groups);
        }
    }
}
