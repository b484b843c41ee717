package dev.fairlead.proof.offenders.classesarefinalorsealed.wire.claude;

abstract class OpenToo {}
