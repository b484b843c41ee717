package dev.fairlead.code.dependency;

/// That a project uses a package, as its manifest says it.
///
/// @param name in the plain spelling of its ecosystem; in Maven's world `group:artifact`
/// @param version as it is written; empty where nothing is
/// @param line the line that names the package, from 1
/// @param versionLine the line that names the version
record Declaration(String name, String version, int line, int versionLine) {}
