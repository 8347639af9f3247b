package plancheck.pages;

import java.util.function.Consumer;

/**
 * A page to look at, or a page in one of its states.
 *
 * @param mapping the pattern of the controller it is of, empty for none
 * @param path with its query, without a language
 * @param status what it is answered with
 * @param then what is done on it before it is looked at
 * @param large whether axe needs half a minute for it: then each language and each size is tried, not each with each
 */
public record Page(String mapping, String path, int status, Consumer<Chromium> then, boolean large) {

    static Page of(String mapping, String path) {
        return new Page(mapping, path, 200, Chromium::unfold, false);
    }

    /** The same page, answered with this. */
    Page refused(int with) {
        return new Page(mapping, path, with, then, large);
    }

    /** What the page becomes when this is done on it; what is folded stays so. */
    Page then(Consumer<Chromium> done) {
        return new Page(mapping, path, status, done, large);
    }

    Page isLarge() {
        return new Page(mapping, path, status, then, true);
    }

    /** The path in a language. */
    String in(String language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }
}
