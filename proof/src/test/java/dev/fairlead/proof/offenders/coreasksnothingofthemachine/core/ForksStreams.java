package dev.fairlead.proof.offenders.coreasksnothingofthemachine.core;

import java.util.List;

final class ForksStreams {
    static long count(List<String> all) {
        return all.parallelStream().count();
    }
}
