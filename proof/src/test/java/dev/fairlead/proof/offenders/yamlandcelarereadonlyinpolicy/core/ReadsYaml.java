package dev.fairlead.proof.offenders.yamlandcelarereadonlyinpolicy.core;

final class ReadsYaml {
    Object settings = org.snakeyaml.engine.v2.api.LoadSettings.builder().build();
}
