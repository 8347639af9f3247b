package plancheck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Language;
import plancheck.facts.Phrase;

/**
 * Standard output and error in an encoding that can hold Chinese: the one asked for, else that of the system's locale
 * if it can (a GBK console), else UTF-8 ({@code LC_ALL=C}).
 */
record Terminal(PrintStream out, PrintStream err, Charset charset, Language language) {

    /** Which speaks Chinese. */
    Terminal(PrintStream out, PrintStream err, Charset charset) {
        this(out, err, charset, Language.ZH);
    }

    /** The same, speaking this. */
    Terminal in(Language other) {
        return new Terminal(out, err, charset, other);
    }

    /** @param asked an encoding's name, null for the usual */
    static Terminal open(@Nullable String asked) {
        Charset charset = asked == null ? usual() : Charset.forName(asked);
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                charset);
    }

    private static Charset usual() {
        String locale = localeCharset();
        for (String name : new String[] {locale, System.getProperty("native.encoding", "")}) {
            if (holdsChinese(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.UTF_8;
    }

    /** Whether this is an encoding's name, or another name of one ({@code utf8}), that Java knows. */
    static boolean knows(String encoding) {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /** A locale whose encoding Java does not know is no reason to fail. */
    private static boolean holdsChinese(String charset) {
        try {
            return !charset.isEmpty() && Charset.forName(charset).newEncoder().canEncode('县');
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The encoding a Unix locale names, for example GBK of {@code zh_CN.GBK}; empty when it names none. */
    private static String localeCharset() {
        for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = System.getenv(variable);
            if (value != null && !value.isEmpty()) {
                int dot = value.indexOf('.');
                return dot < 0 ? "" : value.substring(dot + 1).split("@", 2)[0];
            }
        }
        return "";
    }

    /** Writes a text as it is; a machine's format is always UTF-8. */
    void write(String text, boolean machine) {
        byte[] bytes = text.getBytes(machine ? StandardCharsets.UTF_8 : charset);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /** Whether all that was written to standard output has arrived; not so when a disk is full or a pipe closed. */
    boolean isWhole() {
        return !out.checkError();
    }

    /** A writer onto one of the streams, in the terminal's encoding. */
    PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }

    void write(Phrase phrase) {
        write(phrase.in(language), false);
    }

    void say(Phrase phrase) {
        say(phrase.in(language));
    }

    void say(String line) {
        err.println(line);
    }
}
