package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.access.People;
import plancheck.access.Role;

/** The way in for whoever has the machine, while the service is running. */
class AdmissionNoteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestService service = TestService.shared();
    private final String login = "kept-out" + System.nanoTime();

    @TempDir
    Path elsewhere;

    @Test
    void an_administrator_whom_guesses_keep_out_gets_in_with_a_password_from_the_machine() throws Exception {
        service.person(login, "", Role.ADMIN);
        Browser guesser = new Browser(service);
        guesser.get("/login");
        for (int i = 0; i < 8; i++) {
            guesser.post("/login", Map.of("username", login, "password", "guess" + i));
        }
        assertTrue(signIn(TestService.PASSWORD).contains("/login?wait="));

        AdmissionNote note = AdmissionNote.ask(service.data(), login, PATIENCE);
        assertEquals(AdmissionNote.NoteState.DONE, note.state());
        assertTrue(signIn(note.password()).endsWith("/home"));
        assertFalse(signIn(TestService.PASSWORD).endsWith("/home"), "the password before it is no longer one");
        try (Stream<Path> left = Files.list(service.data().resolve("let-in"))) {
            assertEquals(0, left.count());
        }
    }

    private String signIn(String password) {
        Browser browser = new Browser(service);
        browser.get("/login");
        HttpResponse<String> answer = browser.post("/login", Map.of("username", login, "password", password));
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void a_login_that_nobody_has_or_can_have_is_refused() throws Exception {
        for (String other : new String[] {"nobody-has-it", "../../etc/passwd", "", "张三"}) {
            assertEquals(
                    AdmissionNote.NoteState.REFUSED,
                    AdmissionNote.ask(service.data(), other, PATIENCE).state(),
                    other);
        }
    }

    @Test
    void without_a_service_the_note_is_left_for_the_next_one_and_has_no_password_in_it() throws Exception {
        AdmissionNote note = AdmissionNote.ask(elsewhere, "admin", Duration.ZERO);
        assertEquals(AdmissionNote.NoteState.LEFT, note.state());
        Path file = elsewhere.resolve("let-in/admin");
        assertFalse(Files.readString(file).contains(note.password()));
        assertTrue(Files.readString(file).startsWith("{bcrypt}"));
    }

    @Test
    void a_note_of_long_ago_and_what_is_no_note_does_nothing() throws IOException {
        service.person(login, "", Role.ADMIN);
        People people = service.bean(People.class);
        String before = people.all().toString();
        Path folder = Files.createDirectory(elsewhere.resolve("let-in"));
        Path old = Files.writeString(folder.resolve(login), "{noop}x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.createDirectory(folder.resolve("a-folder"));
        Files.createSymbolicLink(folder.resolve("a-link"), old);
        Files.writeString(folder.resolve("long"), "x".repeat(10_000));
        AdmissionNote.take(elsewhere, people);
        assertFalse(Files.exists(old));
        assertEquals(before, people.all().toString());
    }
}
