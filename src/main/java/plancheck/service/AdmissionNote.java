package plancheck.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import plancheck.access.People;

/**
 * The way in for whoever has the machine itself: a note in the data's folder, where nobody else writes, that gives a login a
 * one-time password. The service that uses the folder does it within a second, or when it starts; whichever database it has.
 *
 * @param password to be shown to whoever asked; the note has it encoded only
 */
public record AdmissionNote(NoteState state, String password) {
    /** What became of the note. */
    public enum NoteState {
        DONE,
        /** No such account, or a disabled one. */
        REFUSED,
        /** No service has taken it; the next that starts will. */
        LEFT
    }

    private static final String FOLDER = "let-in";
    private static final String REFUSED = "~refused"; // no login has a tilde
    private static final Duration LOOKS = Duration.ofMillis(200);

    /** A note that nobody took for so long was not meant for today. */
    private static final Duration HOLDS = Duration.ofHours(24);

    /**
     * Leaves the note, and waits until it is taken.
     *
     * @param data the service's folder of data
     * @param patience how long to wait
     * @throws IOException when nothing can be written there
     */
    public static AdmissionNote ask(Path data, String login, Duration patience)
            throws IOException, InterruptedException {
        String normal = login.strip().toLowerCase(java.util.Locale.ROOT);
        if (!People.isLogin(normal)) {
            return new AdmissionNote(NoteState.REFUSED, "");
        }
        String password = People.oneTimePassword();
        Path note = written(data, normal, password);
        for (Instant end = Instant.now().plus(patience); Instant.now().isBefore(end); Thread.sleep(LOOKS.toMillis())) {
            if (!Files.exists(note)) {
                boolean refused = Files.deleteIfExists(refusal(note));
                return new AdmissionNote(refused ? NoteState.REFUSED : NoteState.DONE, refused ? "" : password);
            }
        }
        return new AdmissionNote(NoteState.LEFT, password);
    }

    private static Path written(Path data, String login, String password) throws IOException {
        Path folder = Files.createDirectories(data.resolve(FOLDER));
        UserPrincipal owner = Files.getOwner(data);
        Path note = folder.resolve(login);
        Files.deleteIfExists(refusal(note));
        Path draft = Files.createTempFile(folder, ".", ""); // readable by its owner only
        Files.writeString(
                draft,
                Objects.requireNonNull(PasswordEncoderFactories.createDelegatingPasswordEncoder()
                        .encode(password)));
        for (Path mine : new Path[] {folder, draft}) {
            if (!Files.getOwner(mine).equals(owner)) {
                Files.setOwner(mine, owner);
            }
        }
        return Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path refusal(Path note) {
        return note.resolveSibling(note.getFileName() + REFUSED);
    }

    /** Does what the notes in the folder ask for. */
    static void take(Path data, People people) throws IOException {
        Path folder = data.resolve(FOLDER);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var notes = Files.newDirectoryStream(folder, note -> isNote(note, data))) {
            for (Path note : notes) {
                boolean fresh = Files.getLastModifiedTime(note)
                        .toInstant()
                        .isAfter(Instant.now().minus(HOLDS));
                boolean done = fresh && people.letIn(note.getFileName().toString(), Files.readString(note));
                if (!done) {
                    Files.writeString(refusal(note), "");
                }
                Files.delete(note);
            }
        }
    }

    private static boolean isNote(Path file, Path data) throws IOException {
        return People.isLogin(file.getFileName().toString())
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) < 200
                && Files.getOwner(file).equals(Files.getOwner(data));
    }
}
