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
import plancheck.access.Role;
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

    @Test
    void unlocking_shows_a_one_time_password_or_says_why_not() {
        TestService service = TestService.shared();
        String login = "out" + System.nanoTime();
        service.person(login, "", Role.ADMIN);
        Said said = Said.by("serve", "--data", service.data().toString(), "--unlock", login);
        assertEquals(Exit.OK, said.exit(), said.err());
        assertTrue(said.err().contains("用户：" + login), said.err());
        assertTrue(said.err().matches("(?s).*一次性密码：(\\w{4}-){3}\\w{4}\n.*"), said.err());

        Said nobody = Said.by("serve", "--data", service.data().toString(), "--unlock", "nobody");
        assertEquals(Exit.NO_INPUT, nobody.exit());
        assertTrue(nobody.err().contains("没有用户“nobody”，或已停用"), nobody.err());

        Said nowhere = Said.by("serve", "--data", data.resolve("none").toString(), "--unlock", login, "--lang", "en");
        assertEquals(Exit.NO_INPUT, nowhere.exit());
        assertTrue(nowhere.err().contains("there is no directory"), nowhere.err());
    }
}
