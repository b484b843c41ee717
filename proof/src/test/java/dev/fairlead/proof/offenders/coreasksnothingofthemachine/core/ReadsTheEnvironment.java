package dev.fairlead.proof.offenders.coreasksnothingofthemachine.core;

import java.util.Map;

final class ReadsTheEnvironment {
    static Map<String, String> environment() {
        return System.getenv();
    }
}
