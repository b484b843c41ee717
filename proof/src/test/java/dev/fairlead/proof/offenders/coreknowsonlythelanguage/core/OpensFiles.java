package dev.fairlead.proof.offenders.coreknowsonlythelanguage.core;

import java.nio.file.Path;

record OpensFiles(Path file) {}
