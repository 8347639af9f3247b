package plancheck.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import plancheck.access.Actor;
import plancheck.access.Scope;
import plancheck.collect.Conflict;
import plancheck.report.Finding;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;
import plancheck.workflow.AssessmentDesk;
import plancheck.workflow.CollectionDesk;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.ReviewDesk;

/**
 * Writes the dump that belongs to a new migration. Run {@link #main} once, from the project's folder, when a migration
 * is finished and before it is released; then commit what it has written below {@code src/test/resources}, and never
 * change it again. {@link MigrationTest} starts from each dump there is.
 */
final class DumpGenerator {
    private final TestService service;
    private final DossierDesk dossiers;
    private final ReviewDesk reviews;

    private DumpGenerator(TestService service) {
        this.service = service;
        dossiers = service.bean(DossierDesk.class);
        reviews = service.bean(ReviewDesk.class);
    }

    public static void main(String... none) throws IOException {
        for (TestDatabase database : TestDatabase.values()) {
            TestService service = TestService.start(database.fresh(), Map.of());
            new DumpGenerator(service).fill();
            List<Integer> versions = Dump.migrations(database);
            Path file = Dump.kept(database, versions.get(versions.size() - 1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, Dump.of(database, service.bean(JdbcTemplate.class)));
            service.close();
        }
        System.exit(0);
    }

    /** A dossier that was returned once and is concluded, a draft, an assessment of a program that is told of events. */
    private void fill() throws IOException {
        byte[] content = Files.readAllBytes(Path.of("test-cases", "dossiers", "village-road-project.yaml"));
        Actor program = service.program("", Scope.ASSESS, Scope.WRITE_DOSSIERS);
        service.bean(Webhooks.class)
                .save(new Webhook(
                        UUID.randomUUID(),
                        "https://localhost:9/",
                        "s",
                        "dossier.submitted",
                        program.id(),
                        "",
                        true,
                        Instant.now(),
                        null));
        AssessmentDesk assessments = service.bean(AssessmentDesk.class);
        assessments.assess(program, new AssessmentDesk.AssessmentRequest(content, null, "key-1"));

        String place = new String(content, java.nio.charset.StandardCharsets.UTF_8)
                .replaceFirst("(?s).*?\nplace: \"(\\d+)\".*", "$1");
        Actor reviewer = service.actor("reviewer");
        UUID id =
                dossiers.create(program, place, "project", "村道 𠮷 'x'", content).id();
        dossiers.attach(
                program,
                id,
                "/figures/land-revenue-share",
                "证明.pdf",
                "%PDF-1.7\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        dossiers.submit(program, id);
        reviews.take(reviewer, id);
        Finding finding =
                dossiers.report(dossiers.revision(reviewer, id, 1)).findings().get(0);
        reviews.opine(reviewer, id, ReviewDesk.Matter.of(finding), OpinionKind.ASK, "为什么？");
        reviews.returned(reviewer, id, "请补充");
        dossiers.openQuestions(dossiers.find(program, id))
                .forEach(question -> dossiers.answer(program, id, question.id(), "因为。"));
        dossiers.submit(program, id);
        reviews.take(reviewer, id);
        Actor officer = service.actor("jingchuan");
        dossiers.create(officer, "620821", "project", "", new byte[] {'#'});
        collect(officer);
    }

    /** A draft that is asked of a bureau, which has a link and has handed back something else, and for which it was decided. */
    private void collect(Actor officer) throws IOException {
        byte[] content = Files.readAllBytes(Path.of("test-cases", "dossiers", "jingchuan-2023.yaml"));
        UUID id = dossiers.create(officer, "620821", "self-assessment", "收集", content)
                .id();
        CollectionDesk desk = service.bean(CollectionDesk.class);
        desk.open(officer, id, Set.of("housing"), LocalDate.of(2099, 12, 31));
        desk.link(officer, id, "housing", 14);
        desk.handBack(
                officer,
                id,
                "housing",
                "figures:\n  county-seat-sewage-treatment-rate: 91.5%\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        desk.state(officer, id).open().forEach(conflict -> {
            Conflict.Version version = conflict.versions().get(0);
            desk.decide(
                    officer,
                    id,
                    List.of(new CollectionDesk.Choice(
                            conflict.pointer(), version.from().get(0), version.answer())));
        });
    }
}
