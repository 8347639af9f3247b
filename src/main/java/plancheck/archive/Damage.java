package plancheck.archive;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What was found not to be what was stored. It is said once each, and health tells of it until it is mended. */
@Component
public class Damage {
    private static final Logger LOG = LoggerFactory.getLogger(Damage.class);
    private static final int MOST = 10_000;

    private final Set<String> found = ConcurrentHashMap.newKeySet();

    /** @param what for the log, for example {@code evidence … of dossier …} */
    public void found(String what) {
        if (found.size() < MOST && found.add(what)) {
            LOG.error("damaged in the database, restore it from a backup: {}", what);
        }
    }

    /** It was read again and is whole. */
    public void mended(String what) {
        found.remove(what);
    }

    public boolean isFound() {
        return !found.isEmpty();
    }
}
