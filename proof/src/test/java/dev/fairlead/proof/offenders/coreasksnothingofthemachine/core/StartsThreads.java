package dev.fairlead.proof.offenders.coreasksnothingofthemachine.core;

final class StartsThreads {
    static void start(Runnable work) {
        Thread.ofVirtual().start(work);
    }
}
