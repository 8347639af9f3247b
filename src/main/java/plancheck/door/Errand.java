package plancheck.door;

import org.eclipse.jetty.http.HttpMethod;

/** What a request comes for, as far as its place in the queue depends on it; each kind has permits of its own. */
enum Errand {
    /** Whether the service is well. */
    HEALTH(2, 0),
    /** A stranger reads. */
    READING(8, 2),
    /** A stranger has something checked, or a report made: the dear work. */
    WORK(3, 0.5),
    /** Somebody says that he has an account: he signs in, or shows what is not known yet. */
    ARRIVAL(2, 0.5),
    /** Somebody with an account. */
    REGULAR(24, 0);

    private final int atOnce;

    Errand(int atLeast, double perProcessor) {
        this.atOnce =
                Math.max(atLeast, (int) (perProcessor * Runtime.getRuntime().availableProcessors()));
    }

    /** How many are worked on at once. */
    int atOnce() {
        return atOnce;
    }

    static Errand of(String method, String path, boolean known) {
        if (path.equals("/actuator/health") || path.startsWith("/actuator/health/")) {
            return HEALTH;
        }
        if (known) {
            return REGULAR;
        }
        boolean reads = HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
        if (path.startsWith("/login") || !reads && !path.startsWith("/check")) {
            return ARRIVAL;
        }
        return reads ? READING : WORK;
    }
}
