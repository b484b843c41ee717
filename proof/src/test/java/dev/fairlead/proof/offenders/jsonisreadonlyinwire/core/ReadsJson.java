package dev.fairlead.proof.offenders.jsonisreadonlyinwire.core;

import tools.jackson.core.JsonParser;

record ReadsJson(JsonParser parser) {}
