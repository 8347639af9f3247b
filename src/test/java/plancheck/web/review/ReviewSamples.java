package plancheck.web.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.service.OwnId;
import plancheck.service.TestService;
import plancheck.workflow.DossierDesk;

/** Dossiers that counties have submitted, for tests of the review desk. */
public final class ReviewSamples {
    private final DossierDesk desk;

    public ReviewSamples(TestService service) {
        this.desk = service.bean(DossierDesk.class);
    }

    /** A county's officer; {@code login} need not have an account. */
    public static Actor officer(String login, String place) {
        return new Actor(login, login, Set.of(Role.COUNTY_OFFICER), place, Set.of());
    }

    /** The text of one of the sample dossiers, with an id of its own. */
    public static String text(String name) {
        try {
            return OwnId.of(Files.readString(Path.of("test-cases/dossiers", name + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public UUID draft(Actor officer, String kind, String title, String content) {
        return desk.create(officer, officer.place(), kind, title, content.getBytes(StandardCharsets.UTF_8))
                .id();
    }

    public UUID submitted(Actor officer, String kind, String title, String content) {
        UUID id = draft(officer, kind, title, content);
        desk.submit(officer, id);
        return id;
    }

    /** Kongtong's self-assessment: six fails, three without data, one question. */
    public UUID kongtong(String title) {
        // Two duties that stand are left open, so that there is something to ask for.
        String text = text("kongtong-2024").replaceAll("(?m)^  (PL-8.2-2-b|PL-10.3-b): .*$", "  $1:");
        return submitted(officer("kongtong", "620802"), "self-assessment", title, text);
    }

    /** The county answers every question, changes its draft and submits again. */
    public void again(UUID id, String content) {
        Actor officer = officer("kongtong", "620802");
        var dossier = desk.find(officer, id);
        desk.openQuestions(dossier).forEach(question -> desk.answer(officer, id, question.id(), "已补充"));
        desk.save(officer, id, dossier.title(), content.getBytes(StandardCharsets.UTF_8));
        desk.submit(officer, id);
    }
}
