package dev.fairlead.wire;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/// How an agent's sessions stand in a database.
public interface Database {

    /// The tables that such a database has, among others. By them it is recognised.
    Set<String> tables();

    /// Tells all of its sessions, one after the other.
    ///
    /// @param name the file's name without its folders and ending
    /// @return how many sessions there are
    /// @throws SQLException where the database cannot be read further; what was read until then was told
    long tell(Connection database, String name, Audience audience) throws SQLException;
}
