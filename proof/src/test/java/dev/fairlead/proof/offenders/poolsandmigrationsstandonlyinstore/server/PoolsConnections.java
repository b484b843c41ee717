package dev.fairlead.proof.offenders.poolsandmigrationsstandonlyinstore.server;

final class PoolsConnections {
    Object pool = new com.zaxxer.hikari.HikariConfig();
}
