package dev.fairlead.proof.offenders.coreknowsonlythelanguage.core.watch;

import java.io.File;

interface HoldsFiles {
    File[] files();
}
