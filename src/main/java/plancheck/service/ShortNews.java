package plancheck.service;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import plancheck.access.KeptSignIn;

/**
 * What one page tells the next, for example a token that is shown once: kept in memory and nowhere else, for three minutes,
 * for whoever has a session.
 */
final class ShortNews extends AbstractFlashMapManager {
    /** More people than read such news at once. */
    private static final int SESSIONS = 1000;

    private final Map<String, List<FlashMap>> news = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<FlashMap>> eldest) {
            return size() > SESSIONS;
        }
    });

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return news.isEmpty()
                ? null // as nearly always, and then the session need not be looked for
                : KeptSignIn.session(request)
                        .map(HttpSession::getId)
                        .map(news::get)
                        .orElse(null);
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        KeptSignIn.session(request).map(HttpSession::getId).ifPresent(id -> {
            if (maps.isEmpty()) {
                news.remove(id);
            } else {
                news.put(id, maps);
            }
        });
    }

    @Override
    protected Object getFlashMapsMutex(HttpServletRequest request) {
        return news;
    }
}
