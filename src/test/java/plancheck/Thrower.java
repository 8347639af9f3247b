package plancheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A class of plancheck's made anew so that it throws what a system property names. */
final class Thrower {
    private static final String SOURCE = """
            package plancheck.rulebook.reading;

            import plancheck.rulebook.RuleBook;

            public final class RuleBooks {
                public static RuleBook shipped() {
                    try {
                        throw RuleBooks.<RuntimeException>any(
                                (Throwable) Class.forName(System.getProperty("thrown")).getConstructor().newInstance());
                    } catch (ReflectiveOperationException e) {
                        System.exit(99);
                        return null;
                    }
                }

                @SuppressWarnings("unchecked")
                private static <T extends Throwable> T any(Throwable thrown) throws T {
                    throw (T) thrown;
                }
            }
            """;

    private Thrower() {}

    /** The folder of classes that is to come before the jar. */
    static Path compile(Path folder) throws IOException {
        Path source = folder.resolve("RuleBooks.java");
        Files.writeString(source, SOURCE);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int exit = compiler.run(
                null, null, null, "-proc:none", "-cp", "target/classes", "-d", folder.toString(), source.toString());
        if (exit != 0) {
            throw new IllegalStateException("compiling " + source);
        }
        return folder;
    }
}
