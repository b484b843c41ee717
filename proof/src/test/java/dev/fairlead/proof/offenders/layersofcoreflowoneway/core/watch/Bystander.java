package dev.fairlead.proof.offenders.layersofcoreflowoneway.core.watch;

public record Bystander() {}
