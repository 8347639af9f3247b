package plancheck.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** In a process of its own, since it ends the process. */
class OutOfMemoryTest {

    /** Fails somewhere deep inside. */
    static final class Failing {
        public static void main(String[] args) {
            Throwable failure =
                    args[0].equals("memory") ? new OutOfMemoryError("Java heap space") : new StackOverflowError();
            OutOfMemory.endIf(new IllegalStateException(new CompletionException(failure)));
            System.exit(0);
        }
    }

    private record End(int status, String said) {}

    private static End run(String failure) throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Failing.class.getName(),
                        failure)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), said);
    }

    @Test
    void memory_that_is_used_up_ends_the_process_with_a_sentence() throws IOException, InterruptedException {
        End end = run("memory");
        assertEquals(70, end.status(), end.said());
        assertTrue(end.said().contains("内存已用尽") && end.said().contains("out of memory"), end.said());
        assertTrue(!end.said().contains("\tat "), end.said());
    }

    @Test
    void any_other_failure_does_not() throws IOException, InterruptedException {
        assertEquals(new End(0, ""), run("another"));
    }
}
