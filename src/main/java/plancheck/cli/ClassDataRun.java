package plancheck.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Run once by the build with the JVM told to archive the classes a check uses, so that later starts are quick. */
final class ClassDataRun {
    private ClassDataRun() {}

    public static void main(String[] args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, System.err, StandardCharsets.UTF_8);
        int exit = Main.run(new String[] {"check", "test-cases/dossiers/jingchuan-2023.yaml"}, terminal);
        System.exit(exit >= Exit.USAGE ? exit : Exit.OK);
    }
}
