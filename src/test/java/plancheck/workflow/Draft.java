package plancheck.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import plancheck.access.Actor;
import plancheck.archive.Opinion;
import plancheck.archive.OpinionKind;
import plancheck.archive.StoredDossier;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.service.OwnId;
import plancheck.service.TestService;
import plancheck.workflow.ReviewDesk.Matter;

/** Dossiers for these tests, brought to the state a test begins in by those who may. */
final class Draft {
    static final String JINGCHUAN = "620821";

    private final TestService service;

    Draft(TestService service) {
        this.service = service;
    }

    /** A small project of Jingchuan, with open must provisions only if it leaves out what decides them. */
    static byte[] project(boolean complete) {
        try {
            String text = OwnId.of(Files.readString(Path.of("test-cases", "dossiers", "sewage-project.yaml"))
                    .replace("620825", JINGCHUAN));
            return (complete ? text : text.replace("works-sludge-disposal: yes", "works-sludge-disposal:"))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DossierDesk dossiers() {
        return service.bean(DossierDesk.class);
    }

    ReviewDesk reviews() {
        return service.bean(ReviewDesk.class);
    }

    /** Begins one; by the officer of Jingchuan unless said otherwise. */
    StoredDossier draft(Actor by) {
        return dossiers().create(by, JINGCHUAN, "project", "污水处理厂", project(true));
    }

    UUID in(DossierState state) {
        return in(state, service.actor("jingchuan"));
    }

    /** One that the actor has drafted and submitted, in the state given. */
    UUID in(DossierState state, Actor by) {
        UUID id = draft(by).id();
        if (state == DossierState.DRAFT) {
            return id;
        }
        dossiers().submit(by, id);
        if (state == DossierState.SUBMITTED) {
            return id;
        }
        Actor reviewer = service.actor("reviewer");
        reviews().take(reviewer, id);
        if (state == DossierState.RETURNED) {
            reviews().returned(reviewer, id, "请补充说明");
        } else if (state == DossierState.CONCLUDED) {
            reviews().conclude(service.actor("leader"), id, "");
        }
        return id;
    }

    String state(UUID id) {
        return dossiers().find(service.actor("auditor"), id).state();
    }

    /** A finding of the last revision that is met. */
    Finding finding(UUID id) {
        Actor auditor = service.actor("auditor");
        int last = dossiers().find(auditor, id).revision();
        return dossiers().report(dossiers().revision(auditor, id, last)).findings().stream()
                .filter(finding -> finding.outcome() == Outcome.PASS)
                .findFirst()
                .orElseThrow();
    }

    Opinion opine(Actor reviewer, UUID id, Finding finding, OpinionKind kind) {
        return reviews().opine(reviewer, id, Matter.of(finding), kind, "理由");
    }
}
