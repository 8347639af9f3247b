package plancheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;

/** {@code plancheck serve} where it cannot start: 70, the reason in words, and what to do. */
class ServeCommandTest {
    @TempDir
    Path data;

    private Said serve(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "serve";
        args[1] = "--data";
        args[2] = data.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Said.by(args);
    }

    @Test
    void a_database_made_by_a_later_version_is_named_as_such_in_either_language() {
        String url = TestDatabase.H2.fresh();
        TestService.start(url, Map.of()).close();
        TestDatabase.bringPastThisVersion(url);

        Said said = serve("--port", "0", "--database", url);
        assertEquals(Exit.INTERNAL, said.exit());
        assertTrue(said.err().contains("启动失败：数据库（" + url + "）是更新版本的 plancheck 建立的"), said.err());
        assertTrue(said.err().contains("备份"), said.err());
        assertFalse(
                said.err().contains("igration"), "Flyway's words are not for those who run plancheck: " + said.err());

        Said english = serve("--port", "0", "--database", url, "--lang", "en");
        assertEquals(Exit.INTERNAL, english.exit());
        assertTrue(
                english.err().contains("Not started: the database (" + url + ") was made by a later"), english.err());
        assertFalse(english.err().matches("(?s).*\\p{IsHan}.*"), english.err());
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Said said = serve("--port", String.valueOf(other.getLocalPort()));
            assertEquals(Exit.INTERNAL, said.exit());
            assertTrue(said.err().contains("端口" + other.getLocalPort() + "已被占用"), said.err());
        }
    }
}
