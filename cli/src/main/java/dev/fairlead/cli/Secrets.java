package dev.fairlead.cli;

import java.util.List;

/// Masks what looks like a credential, so that a report can be handed on. Only the well-known forms that begin with a
/// name of their own are known here; the first characters stay, to tell one from another.
final class Secrets {

    private static final List<String> BEGINNINGS = List.of(
            "sk-",
            "ghp_",
            "gho_",
            "ghs_",
            "ghu_",
            "github_pat_",
            "glpat-",
            "xoxb-",
            "xoxp-",
            "xoxa-",
            "AKIA",
            "ASIA",
            "AIza",
            "npm_",
            "pypi-",
            "hf_",
            "eyJ",
            "SG.",
            "dop_v1_",
            "shpat_");
    private static final int SHORTEST = 16;
    private static final int SHOWN = 4;
    private static final String KEY = "-----BEGIN ";

    private Secrets() {}

    /// The text with credentials masked.
    static String masked(String text) {
        int key = text.indexOf(KEY);
        String rest =
                key >= 0 && text.indexOf("PRIVATE KEY", key) >= 0 ? text.substring(0, key) + "[private key]" : text;
        for (String beginning : BEGINNINGS) {
            rest = masked(rest, beginning);
        }
        return rest;
    }

    private static String masked(String text, String beginning) {
        int at = text.indexOf(beginning);
        if (at < 0) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int end = at;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            boolean begins = at == 0 || !isPart(text.charAt(at - 1));
            if (begins && end - at >= SHORTEST) {
                safe.append(text, done, at + SHOWN).append("…[masked]");
                done = end;
            }
            at = text.indexOf(beginning, Math.max(end, at + 1));
        }
        return safe.append(text, done, text.length()).toString();
    }

    private static boolean isPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }
}
