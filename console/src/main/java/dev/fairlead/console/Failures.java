package dev.fairlead.console;

import static dev.fairlead.console.Say.say;

/// What is shown instead of a page.
final class Failures {

    private Failures() {}

    /// A problem, as its page tells it.
    ///
    /// @param detail in the words of whoever found it; may be empty
    record Problem(String title, String what, String detail) {}

    static String signIn(String fault) {
        return Markup.of(JtesigninGenerated::render, fault);
    }

    static String forbidden() {
        return problem("forbidden", "");
    }

    static String misdirected() {
        return problem("misdirected", "");
    }

    static String missing(String what) {
        return problem("missing", what);
    }

    static String badRequest(String why) {
        return problem("bad", why);
    }

    static String failure(String why) {
        return problem("failure", why);
    }

    private static String problem(String kind, String detail) {
        Problem problem = new Problem(say("problem." + kind), say("problem." + kind + ".how"), detail);
        return Markup.of(JteproblemGenerated::render, problem);
    }
}
