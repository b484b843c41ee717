package dev.fairlead.proof.offenders.nothingdependsoncliorproof.wire;

import dev.fairlead.proof.offenders.nothingdependsoncliorproof.proof.BystanderRule;

record NeedsProof(BystanderRule rule) {}
