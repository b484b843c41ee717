package dev.fairlead.proof.offenders.packagesofcorearefreeofcycles.core.detect;

import dev.fairlead.proof.offenders.packagesofcorearefreeofcycles.core.gate.Egg;

public record Chicken(Egg from) {}
