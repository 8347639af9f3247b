package plancheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command writes to stays what it was: a file, a link, a pipe, a device. */
class TargetFileTest {
    private static final byte[] REPORT = "报告\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @BeforeEach
    void links_and_pipes_are_known_here() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("unix"), "needs a Unix file system");
    }

    private static void write(Path path) throws IOException {
        new TargetFile(path).write(REPORT);
    }

    private static void assertHolds(Path path) throws IOException {
        assertEquals("报告\n", Files.readString(path));
    }

    @Test
    void a_new_file_is_written_and_nothing_else_is_left() throws IOException {
        write(folder.resolve("a.json"));
        assertHolds(folder.resolve("a.json"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void a_link_stays_a_link_and_its_target_is_written() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "something longer than the report, and older");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        write(link);
        assertTrue(Files.isSymbolicLink(link));
        assertHolds(target);
    }

    @Test
    void a_link_to_nothing_makes_what_it_points_to() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("new"));
        write(link);
        assertTrue(Files.isSymbolicLink(link));
        assertHolds(folder.resolve("new"));
    }

    @Test
    void a_file_with_a_second_name_keeps_both() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "before");
        Path other = Files.createLink(folder.resolve("other"), one);
        write(one);
        assertHolds(other);
    }

    @Test
    void who_may_read_a_file_stays_as_it_was() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        write(file);
        assertHolds(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void a_pipe_is_written_into_and_stays_a_pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "needs mkfifo");
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                return e.toString();
            }
        });
        write(pipe);
        assertEquals("报告\n", read.join());
        assertFalse(Files.isRegularFile(pipe, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void a_device_stays_a_device_and_a_full_one_says_so() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full");
        assertThrows(IOException.class, () -> write(full));
        assertFalse(Files.isRegularFile(full));
    }
}
