package plancheck.dossier;

import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;

/**
 * Something wrong with a dossier as handed in.
 *
 * @param severity an error leaves no verdict; a warning is shown and the check goes on
 * @param line from 1; 0 when the whole file is meant, or there is none
 * @param pointer JSON pointer of the place, for callers of the API; empty for the whole
 * @param message what is wrong
 * @param about the same of the field at the place, to follow whatever a form calls it; empty when the message is it
 * @param advice what to do about it
 * @param counted how many others it stands for, which are only counted; 0 for what is told itself
 */
public record Problem(
        Severity severity, int line, String pointer, Message message, Phrase about, Phrase advice, int counted) {
    private static final Phrase NOTHING = Label.of("");

    /** Whether the dossier can still be checked. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Problem(Severity severity, int line, String pointer, Message message, Phrase advice, int counted) {
        this(severity, line, pointer, message, NOTHING, advice, counted);
    }

    public static Problem error(int line, String pointer, Message message, Phrase advice) {
        return new Problem(Severity.ERROR, line, pointer, message, advice, 0);
    }

    /** @param field what the file calls it */
    public static Problem ofField(Node node, Phrase field, Message about, Phrase advice) {
        return new Problem(Severity.ERROR, node.line(), node.pointer(), named(field, about), about, advice, 0);
    }

    /** The same of something that is only doubtful. */
    public static Problem hintOfField(Node node, Phrase field, Message about, Phrase advice) {
        return new Problem(Severity.WARNING, node.line(), node.pointer(), named(field, about), about, advice, 0);
    }

    public static Problem warning(int line, String pointer, Message message, Phrase advice) {
        return new Problem(Severity.WARNING, line, pointer, message, advice, 0);
    }

    /** Which problem it is, for programs: the key of what is wrong. */
    public String code() {
        return about instanceof Message sentence ? sentence.key() : message.key();
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** How many problems it stands for. */
    public int count() {
        return Math.max(1, counted);
    }

    /** Where, what, and what to do. */
    public Message inWords() {
        return line > 0 ? Message.of("dossier.on-line", line, said()) : said();
    }

    /** What, and what to do. */
    public Message said() {
        return said(message);
    }

    /** The same, with another name for the field than the file has. */
    public Message said(String field) {
        return said(message(field));
    }

    /** What is wrong, with another name for the field than the file has. */
    public Message message(String field) {
        return about.equals(NOTHING) ? message : named(Label.of(field), about);
    }

    private Message said(Message what) {
        return Message.of("dossier.with-advice", what, advice);
    }

    /** A sentence about a field: its name, and what is to be said of it. */
    private static Message named(Phrase field, Phrase about) {
        return Message.of("dossier.of-field", field, about);
    }

    @Override
    public String toString() {
        return inWords().zh();
    }
}
