package dev.fairlead.proof.offenders.coreasksnothingofthemachine.core;

import java.util.UUID;

final class ThrowsDice {
    static UUID name() {
        return UUID.randomUUID();
    }
}
