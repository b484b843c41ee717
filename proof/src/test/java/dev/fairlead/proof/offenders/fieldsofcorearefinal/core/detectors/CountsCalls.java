package dev.fairlead.proof.offenders.fieldsofcorearefinal.core.detectors;

final class CountsCalls {
    private int calls;

    int next() {
        calls++;
        return calls;
    }
}
