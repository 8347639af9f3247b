package plancheck.archive;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Tells the pool which connections to give up at once: those whose database went away under them. H2 must not be asked
 * anything more through one whose file it could not write to, be it to roll back: it may never answer.
 */
public final class LostConnections implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException e) {
        return Trouble.of(e).isPresent() ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
