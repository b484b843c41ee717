package dev.fairlead.console;

import dev.fairlead.server.Door;
import dev.fairlead.store.Filter;

/// Makes what surrounds pages.
final class Frames {

    private final Door door;

    Frames(Door door) {
        this.door = door;
    }

    /// The frame of a page.
    ///
    /// @param place the entry of the navigation that it belongs to, whose name is its title
    Frame of(String place, Asked asked) {
        return of(Say.say("nav." + place), place, asked);
    }

    Frame of(String title, String place, Asked asked) {
        String done = asked.part("done").map(each -> "done." + each).orElse("");
        return new Frame(
                title,
                place,
                asked.visitor().seal(),
                waiting(),
                door.holding().size(),
                asked.visitor().caller().name(),
                Say.has(done) ? Say.say(done) : "");
    }

    /// How many approvals wait.
    long waiting() {
        return door.store()
                .approvals()
                .approvals(Filter.ALL.state("pending").limit(Filter.MOST))
                .items()
                .size();
    }
}
