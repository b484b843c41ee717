package dev.fairlead.proof.offenders.nothingdependsoncliorproof.cli;

public record Bystander() {}
