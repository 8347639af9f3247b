package plancheck.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What one command said and how it ended. */
record Said(int exit, byte[] bytes, String out, String err) {

    static Said by(String... args) {
        return in(StandardCharsets.UTF_8, args);
    }

    static Said in(Charset charset, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new PrintStream(out, false, charset), new PrintStream(err, true, charset), charset);
        int exit = Main.run(args, terminal);
        return new Said(exit, out.toByteArray(), out.toString(charset), err.toString(charset));
    }

    /** With standard output going elsewhere; its text is then empty. */
    static Said onto(OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
        int exit = Main.run(args, terminal);
        return new Said(exit, new byte[0], "", err.toString(StandardCharsets.UTF_8));
    }
}
