package dev.fairlead.proof.offenders.layersofcoreflowoneway.core.detectors;

public record BystanderAnswer() {}
