package dev.fairlead.proof.offenders.coreasksnothingofthemachine.core;

final class Prints {
    static void print(String line) {
        System.out.println(line);
    }
}
