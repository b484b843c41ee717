package dev.fairlead.proof.offenders.layersofcoreflowoneway.core.event;

import dev.fairlead.proof.offenders.layersofcoreflowoneway.core.watch.Bystander;

record LooksUp(Bystander above) {}
