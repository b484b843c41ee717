package dev.fairlead.proof.offenders.nothingdependsoncliorproof.proof;

public record BystanderRule() {}
