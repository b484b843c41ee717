package dev.fairlead.proof.offenders.nothingdependsoncliorproof.core;

import dev.fairlead.proof.offenders.nothingdependsoncliorproof.cli.Bystander;

record NeedsCli(Bystander command) {}
