package plancheck.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;

/** Secrets are sealed with a key that lies beside the database, or comes from the settings. */
class SecretsTest {
    private static final String PLAIN = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD8ueOGQ1o3A4=";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path data;

    @Test
    void what_was_sealed_is_opened_after_a_restart_and_by_nobody_without_the_key() throws IOException {
        String sealed = new Secrets(data, "").seal(PLAIN);
        assertFalse(sealed.contains("C2FVsBQ"));
        assertTrue(sealed.length() <= 300, "as much as the table takes");
        assertEquals(Optional.of(PLAIN), new Secrets(data, "").open(sealed));
        Files.delete(data.resolve("plancheck.key"));
        assertEquals(Optional.empty(), new Secrets(data, "").open(sealed));
    }

    @Test
    void the_same_secret_is_sealed_differently_each_time() {
        Secrets secrets = new Secrets(data, "");
        assertNotEquals(secrets.seal(PLAIN), secrets.seal(PLAIN));
    }

    @Test
    void the_key_is_for_its_owner_alone() throws IOException {
        new Secrets(data, "").seal(PLAIN);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("plancheck.key"))));
    }

    @Test
    void a_key_from_the_settings_leaves_no_file() throws IOException {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        String sealed = new Secrets(data, key).seal(PLAIN);
        assertFalse(Files.exists(data.resolve("plancheck.key")));
        assertEquals(Optional.of(PLAIN), new Secrets(data, key).open(sealed));
        assertEquals(Optional.empty(), new Secrets(data, "").open(sealed));
    }

    @Test
    void a_key_that_is_none_is_told_of_or_put_aside() throws IOException {
        assertThrows(UnusableDataException.class, () -> new Secrets(data, "short"));
        Files.writeString(data.resolve("plancheck.key"), "nonsense");
        String sealed = new Secrets(data, "").seal(PLAIN);
        assertEquals(Optional.of(PLAIN), new Secrets(data, "").open(sealed));
        assertEquals("nonsense", Files.readString(data.resolve("plancheck.key.damaged")));
    }

    @Test
    void what_was_sealed_and_changed_is_not_opened() {
        Secrets secrets = new Secrets(data, "");
        String sealed = secrets.seal(PLAIN);
        char last = sealed.charAt(20);
        assertEquals(
                Optional.empty(),
                secrets.open(sealed.substring(0, 20) + (last == 'A' ? 'B' : 'A') + sealed.substring(21)));
        assertEquals(Optional.empty(), secrets.open("sealed:!"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_an_earlier_version_kept_as_it_is_is_sealed_at_the_next_start(TestDatabase database) {
        TestService service = database.service();
        Webhook old =
                service.bean(Webhooks.class).save(Rows.webhook("token:none").withSecret(PLAIN));
        service.bean(SealingOfSecrets.class).start();
        JdbcTemplate sql = service.bean(JdbcTemplate.class);
        String kept =
                String.valueOf(sql.queryForObject("select secret from webhook where id = ?", String.class, old.id()));
        assertTrue(Secrets.isSealed(kept), kept);
        assertEquals(Optional.of(PLAIN), service.bean(Secrets.class).open(kept));
        service.bean(SealingOfSecrets.class).start();
        assertEquals(kept, sql.queryForObject("select secret from webhook where id = ?", String.class, old.id()));
    }
}
