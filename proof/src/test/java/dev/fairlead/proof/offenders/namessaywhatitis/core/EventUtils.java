package dev.fairlead.proof.offenders.namessaywhatitis.core;

record EventUtils() {}
