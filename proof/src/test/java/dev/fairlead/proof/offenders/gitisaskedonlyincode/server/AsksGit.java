package dev.fairlead.proof.offenders.gitisaskedonlyincode.server;

final class AsksGit {
    Object builder = new org.eclipse.jgit.storage.file.FileRepositoryBuilder();
}
