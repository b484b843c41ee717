package dev.fairlead.proof.offenders.argumentsarereadonlyincli.wire;

import picocli.CommandLine;

record ReadsArguments(CommandLine arguments) {}
