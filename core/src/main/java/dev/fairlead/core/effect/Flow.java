package dev.fairlead.core.effect;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What runs through a pipe, stands in a file, or is put in place of a substitution.
///
/// @param text what it is, where that is known
/// @param taints where it came from
record Flow(Optional<String> text, Set<Taint> taints) {

    /// What is put together is followed up to this length; beyond it nobody has read it.
    static final int LONGEST = 65_536;

    /// Nothing at all.
    static final Flow EMPTY = new Flow(Optional.of(""), Set.of());

    /// Something of which nothing is known.
    static final Flow UNKNOWN = new Flow(Optional.empty(), Set.of());

    static Flow of(String text) {
        return new Flow(Optional.of(text), Set.of());
    }

    static Flow from(Taint taint) {
        return new Flow(Optional.empty(), Set.of(taint));
    }

    /// The same, of unknown text.
    Flow altered() {
        return text.isEmpty() ? this : new Flow(Optional.empty(), taints);
    }

    Flow tainted(Set<Taint> more) {
        return taints.containsAll(more) ? this : new Flow(text, union(taints, more));
    }

    /// This, and then another.
    Flow then(Flow next) {
        if (isNothing()) {
            return next;
        }
        if (next.isNothing()) {
            return this;
        }
        Set<Taint> both = union(taints, next.taints);
        if (text.isEmpty() || next.text.isEmpty()) {
            return new Flow(Optional.empty(), both);
        }
        boolean isLong = text.get().length() + next.text.get().length() > LONGEST;
        return isLong
                ? new Flow(Optional.empty(), union(both, Set.of(Taint.UNREAD)))
                : new Flow(Optional.of(text.get() + next.text.get()), both);
    }

    private boolean isNothing() {
        return taints.isEmpty() && text.filter(String::isEmpty).isPresent();
    }

    boolean isForeign() {
        return taints.contains(Taint.REMOTE) || taints.contains(Taint.DECODED) || taints.contains(Taint.UNREAD);
    }

    static Set<Taint> union(Set<Taint> first, Set<Taint> second) {
        if (first.containsAll(second)) {
            return first;
        }
        EnumSet<Taint> both = EnumSet.copyOf(second);
        both.addAll(first);
        return Set.copyOf(both);
    }
}
