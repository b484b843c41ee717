package dev.fairlead.proof.offenders.coreasksnothingofthemachine.core;

final class AsksTheTicks {
    static long ticks() {
        return System.nanoTime() + System.currentTimeMillis();
    }
}
