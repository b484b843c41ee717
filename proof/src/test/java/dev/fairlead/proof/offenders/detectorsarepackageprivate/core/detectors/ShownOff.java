package dev.fairlead.proof.offenders.detectorsarepackageprivate.core.detectors;

public final class ShownOff {}
