package plancheck.archive;

/** The database was made by a later version of plancheck, and is left alone. */
public final class LaterDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param version of the schema found */
    LaterDatabaseException(String version) {
        super("the database has version " + version + " of the schema, which only a later plancheck knows");
    }
}
