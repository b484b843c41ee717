package dev.fairlead.proof.offenders.layersofcoreflowoneway.core.detect;

import dev.fairlead.proof.offenders.layersofcoreflowoneway.core.detectors.BystanderAnswer;

record LooksAside(BystanderAnswer above) {}
