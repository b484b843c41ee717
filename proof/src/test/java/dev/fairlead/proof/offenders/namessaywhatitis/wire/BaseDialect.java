package dev.fairlead.proof.offenders.namessaywhatitis.wire;

interface BaseDialect {}
