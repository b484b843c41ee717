package dev.fairlead.proof.offenders.classesarefinalorsealed.core;

class Open {}
