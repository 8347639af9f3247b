package plancheck.archive;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2's way of refusing to change what is only ever added to; PostgreSQL has the same in its own language. */
public final class WhatIsWrittenStays implements Trigger {
    private String table = "";

    @Override
    public void init(Connection connection, String schema, String name, String on, boolean before, int type) {
        table = on;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] old, Object @Nullable [] changed) throws SQLException {
        throw new SQLException("rows of " + table + " are never changed or deleted");
    }
}
