package dev.fairlead.proof.offenders.coreasksnothingofthemachine.core;

import java.util.Random;

final class DrawsLots {
    static int lot() {
        return new Random().nextInt();
    }
}
