package plancheck.cli;

import plancheck.facts.Message;

/** Ends a command with a message for its user and an exit status; never shown as a stack trace. */
final class CliException extends RuntimeException {
    private final int exit;
    private final transient Message message;

    CliException(int exit, Message message) {
        super(message.zh(), null, false, false);
        this.exit = exit;
        this.message = message;
    }

    /** A command line that is wrong. */
    static CliException usage(Message what) {
        return new CliException(Exit.USAGE, Message.of("cli.usage", what));
    }

    Message message() {
        return message;
    }

    int exit() {
        return exit;
    }
}
