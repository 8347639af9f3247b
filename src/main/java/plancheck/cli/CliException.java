package plancheck.cli;

/** Ends a command with a message for its user and an exit status; never shown as a stack trace. */
final class CliException extends RuntimeException {
    private final int exit;

    CliException(int exit, String message) {
        super(message, null, false, false);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
