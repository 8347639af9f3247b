package plancheck.cli;

import java.io.ByteArrayOutputStream;
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
}
