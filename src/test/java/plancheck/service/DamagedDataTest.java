package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.archive.DatabaseFile;
import plancheck.archive.UnusableDataException;
import plancheck.workflow.DossierDesk;

/** A database that is not what it was is noticed before it is used, and left alone. */
class DamagedDataTest {
    private static final String DATABASE = "plancheck.mv.db";
    private static final String MARK = "plancheck.mark";
    private static final int FILES = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private static Path kept;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path data;

    /** How the service had ended. */
    enum Ended {
        ORDERLY,
        KILLED
    }

    /** One service that has stored a few megabytes: its folder in the middle of that, as if it were killed then, and at its end. */
    @BeforeAll
    static void store() throws Exception {
        Path live = kept.resolve("live");
        try (Service.RunningService service = start(live)) {
            Actor system = new Actor("system", "test", java.util.Set.of(), "", java.util.Set.of());
            service.context()
                    .getBean(People.class)
                    .create(
                            system,
                            "li",
                            "李",
                            TestService.PASSWORD,
                            java.util.Set.of(Role.COUNTY_OFFICER),
                            "620821",
                            false);
            Actor li = service.context().getBean(People.class).current("li").orElseThrow();
            DossierDesk desk = service.context().getBean(DossierDesk.class);
            UUID id = desk.create(li, "620821", "project", "污水处理厂", new byte[0]).id();
            Random random = new Random(11);
            for (int i = 0; i < FILES; i++) {
                byte[] content = new byte[200_000];
                random.nextBytes(content);
                System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), 0, content, 0, 9);
                desk.attach(li, id, "/villages", i + ".pdf", content);
                if (i == 2) {
                    untilMarked(service, live);
                    copy(live, kept.resolve("EARLIER"));
                }
            }
            untilMarked(service, live);
            copy(live, kept.resolve(Ended.KILLED.name()));
        }
        copy(live, kept.resolve(Ended.ORDERLY.name()));
    }

    /** What is in the database by now stands in its mark too, which is written once a second. */
    private static void untilMarked(Service.RunningService service, Path folder) {
        String now = service.context()
                .getBean(JdbcTemplate.class)
                .queryForList(
                        "select setting_value from information_schema.settings"
                                + " where setting_name = 'info.CURRENT_VERSION'",
                        String.class)
                .get(0);
        Awaitility.await().until(() -> marked(folder) >= Long.parseLong(now));
    }

    private static long marked(Path folder) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve(MARK)).get(1).substring("version ".length()));
    }

    private static Service.RunningService start(Path folder) {
        return Service.start(TestService.shared().book(), settings(folder), Map.of());
    }

    private static Settings settings(Path folder) {
        return new Settings("127.0.0.1", 0, folder, "", "", "", true);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : new String[] {DATABASE, MARK, "plancheck.key"}) {
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path after(Ended ended) throws IOException {
        copy(kept.resolve(ended.name()), data);
        return data.resolve(DATABASE);
    }

    private String refused() throws IOException {
        byte[] before = Files.exists(data.resolve(DATABASE)) ? Files.readAllBytes(data.resolve(DATABASE)) : new byte[0];
        UnusableDataException refused = assertThrows(
                UnusableDataException.class, () -> settings(data).open().close());
        byte[] after = Files.exists(data.resolve(DATABASE)) ? Files.readAllBytes(data.resolve(DATABASE)) : new byte[0];
        assertArrayEquals(before, after, "it is left as it was found");
        assertTrue(refused.message().zh().contains("备份"), refused.message().zh());
        return refused.message().zh();
    }

    @ParameterizedTest
    @EnumSource(Ended.class)
    void what_was_left_is_used_again(Ended ended) throws IOException {
        after(ended);
        settings(data).open().close();
        try (Service.RunningService service = start(data)) {
            assertEquals(
                    1,
                    service.context().getBean(People.class).all().stream()
                            .filter(a -> a.login().equals("li"))
                            .count());
        }
        settings(data).open().close();
    }

    @ParameterizedTest
    @EnumSource(Ended.class)
    void a_file_cut_in_half_is_no_older_state(Ended ended) throws IOException {
        Path file = after(ended);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        refused();
    }

    @ParameterizedTest
    @EnumSource(Ended.class)
    void two_thousand_flipped_bytes_are_noticed(Ended ended) throws IOException {
        Path file = after(ended);
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(2000);
        for (int i = 0; i < 2000; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(file, bytes);
        refused();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void flipped_bytes_in_what_a_kill_has_left_are_noticed_or_do_no_harm_but_are_never_another_error(int seed)
            throws IOException {
        Path file = after(Ended.KILLED);
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(seed);
        for (int i = 0; i < 100 * seed; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(file, bytes);
        try {
            settings(data).open().close();
        } catch (UnusableDataException e) {
            assertTrue(e.message().zh().contains("备份"), e.message().zh());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void one_flipped_bit_is_noticed_after_an_orderly_end(int seed) throws IOException {
        Path file = after(Ended.ORDERLY);
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(seed);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
        assertTrue(refused().contains("不一致"));
    }

    @ParameterizedTest
    @EnumSource(Ended.class)
    void an_empty_file_is_no_new_database(Ended ended) throws IOException {
        Files.write(after(ended), new byte[0]);
        assertTrue(refused().contains("是空的"));
        Files.delete(data.resolve(MARK));
        assertTrue(refused().contains("是空的"));
    }

    @ParameterizedTest
    @EnumSource(Ended.class)
    void a_file_that_is_gone_is_no_first_start(Ended ended) throws IOException {
        Files.delete(after(ended));
        assertTrue(refused().contains("不见了"));
    }

    @ParameterizedTest
    @EnumSource(Ended.class)
    void a_file_overwritten_with_something_else_is_told_so(Ended ended) throws IOException {
        Path file = after(ended);
        for (byte[] other : new byte[][] {
            "这不是数据库".repeat(1000).getBytes(StandardCharsets.UTF_8), new byte[100_000], {'P', 'K', 3, 4}, {0}
        }) {
            Files.write(file, other);
            assertTrue(refused().contains("不是数据库"));
        }
    }

    @ParameterizedTest
    @EnumSource(Ended.class)
    void an_older_file_beside_a_newer_mark_is_noticed_and_taken_once_the_mark_is_deleted(Ended ended)
            throws IOException {
        Path file = after(ended);
        Files.copy(kept.resolve("EARLIER").resolve(DATABASE), file, StandardCopyOption.REPLACE_EXISTING);
        refused();
        Files.delete(data.resolve(MARK));
        settings(data).open().close();
    }

    @Test
    void an_installation_without_a_mark_is_read_through_and_gets_one() throws IOException {
        after(Ended.ORDERLY);
        Files.delete(data.resolve(MARK));
        DatabaseFile file = settings(data).open();
        assertTrue(Files.exists(data.resolve(MARK)));
        file.close();
    }

    @Test
    void a_damaged_mark_is_told_from_a_damaged_database() throws IOException {
        after(Ended.ORDERLY);
        Files.writeString(data.resolve(MARK), "plancheck-mark 1\nversion x\n");
        assertTrue(refused().contains(MARK));
    }

    @Test
    void whole_folders_are_put_back_from_a_backup() throws IOException {
        after(Ended.ORDERLY);
        copy(kept.resolve("EARLIER"), data);
        settings(data).open().close();
    }

    @Test
    void everything_is_for_its_owner_alone() throws IOException {
        after(Ended.ORDERLY);
        Files.createDirectories(data.resolve("plans"));
        Files.writeString(data.resolve("plans").resolve("x.txt"), "x");
        settings(data).open().close();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path one : all.toList()) {
                String rights =
                        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(one));
                assertEquals(Files.isDirectory(one) ? "rwx------" : "rw-------", rights, one.toString());
            }
        }
    }

    @Test
    void a_folder_that_holds_other_things_too_keeps_its_own_rights() throws IOException {
        Path file = after(Ended.ORDERLY);
        Files.writeString(data.resolve("别的.txt"), "x");
        Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        settings(data).open().close();
        assertEquals(
                "rwxr-xr-x",
                java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void a_folder_that_is_a_file_is_told_so() throws IOException {
        Path file = data.resolve("f");
        Files.writeString(file, "x");
        UnusableDataException refused =
                assertThrows(UnusableDataException.class, () -> settings(file).open());
        assertTrue(refused.message().zh().contains("而是一个文件"), refused.message().zh());
    }
}
