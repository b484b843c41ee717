package dev.fairlead.proof.offenders.packagesofcorearefreeofcycles.core.gate;

import dev.fairlead.proof.offenders.packagesofcorearefreeofcycles.core.detect.Chicken;

public record Egg(Chicken from) {}
