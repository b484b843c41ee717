package dev.fairlead.proof.offenders.coreasksnothingofthemachine.core;

import java.time.Instant;

final class AsksTheTime {
    static Instant time() {
        return Instant.now();
    }
}
