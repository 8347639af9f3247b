package plancheck.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.TriggerAdapter;

/** H2's way of refusing to change an assessment that is answered; PostgreSQL has the same in its own language. */
public final class WhatIsAnsweredStays extends TriggerAdapter {

    @Override
    public void fire(Connection connection, ResultSet old, ResultSet changed) throws SQLException {
        if (!old.getString("state").equals(Assessment.State.QUEUED.name())) {
            throw new SQLException("rows of " + tableName + " are never changed once they are answered");
        }
    }
}
