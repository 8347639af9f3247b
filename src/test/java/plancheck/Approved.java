package plancheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Files in the sources that are made of rules and dossiers, and read by somebody before they are committed. The tests
 * that are tagged {@link #TAG} compare them; {@code mvn -q -P approve test} runs these alone, and lets them write.
 */
public final class Approved {
    public static final String TAG = "approved";

    private Approved() {}

    public static void assertApproved(Path file, String made) throws IOException {
        assertApproved(file, made, text -> text);
    }

    /** @param compared what of a text is no change when it is another */
    public static void assertApproved(Path file, String made, UnaryOperator<String> compared) throws IOException {
        if (Boolean.getBoolean("approve")) {
            Files.writeString(file, made);
        }
        assertEquals(
                compared.apply(Files.readString(file)),
                compared.apply(made),
                () -> file
                        + " is stale; write it with: mvn -q -P approve test, read the difference, and commit it if it"
                        + " is right");
    }
}
