package dev.fairlead.proof.offenders.everypackageisnullmarked.core.event;

record Unmarked() {}
