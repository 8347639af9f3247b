package plancheck.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plancheck.access.Actor;
import plancheck.archive.AuditEntry;
import plancheck.archive.Opinion;
import plancheck.archive.OpinionKind;
import plancheck.archive.ReviewQuestion;
import plancheck.archive.StoredDossier;
import plancheck.facts.Force;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.service.TestService;
import plancheck.workflow.ReviewDesk.Matter;

/** A review from opinion to conclusion: what has to be decided first, and what is written down. */
class ReviewDeskTest {
    private final TestService service = TestService.shared();
    private final Draft drafts = new Draft(service);
    private final Actor officer = service.actor("jingchuan");
    private final Actor reviewer = service.actor("reviewer");
    private final Actor leader = service.actor("leader");

    /** One in review, with a must provision that the dossier leaves open. */
    private UUID open() {
        UUID id = drafts.dossiers()
                .create(officer, Draft.JINGCHUAN, "project", "污水处理厂", Draft.project(false))
                .id();
        drafts.dossiers().submit(officer, id);
        drafts.reviews().take(reviewer, id);
        return id;
    }

    private StoredDossier dossier(UUID id) {
        return drafts.dossiers().find(service.actor("auditor"), id);
    }

    private List<Finding> undecided(UUID id) {
        StoredDossier dossier = dossier(id);
        return ReviewDesk.undecided(
                drafts.dossiers().report(drafts.dossiers().revision(officer, id, dossier.revision())),
                drafts.reviews().opinions(dossier, dossier.revision()));
    }

    private Refusal refused(org.junit.jupiter.api.function.Executable what) {
        Refusal refusal = assertThrows(Refusal.class, what);
        assertEquals(Refusal.Why.INVALID, refusal.why(), refusal.getMessage());
        return refusal;
    }

    @Test
    void nothing_is_concluded_while_a_must_provision_is_open() {
        UUID id = open();
        List<Finding> open = undecided(id);
        assertEquals(
                List.of(Force.MUST),
                open.stream().map(Finding::force).distinct().toList());
        Refusal refusal = refused(() -> drafts.reviews().conclude(leader, id, ""));
        assertEquals(open.size(), refusal.details().size());
        assertTrue(
                refusal.details().get(0).zh().contains(open.get(0).provision()),
                refusal.details().toString());
        assertEquals("in-review", drafts.state(id));
    }

    @Test
    void agreement_that_something_is_open_does_not_decide_it_but_met_or_unmet_does() {
        UUID id = open();
        List<Finding> open = undecided(id);
        open.forEach(finding -> drafts.opine(reviewer, id, finding, OpinionKind.AGREE));
        assertEquals(open.size(), undecided(id).size());
        drafts.opine(reviewer, id, open.get(0), OpinionKind.DISAGREE);
        assertEquals(open.size(), undecided(id).size());
        open.forEach(finding -> drafts.opine(reviewer, id, finding, OpinionKind.UNMET));
        assertEquals(List.of(), undecided(id));
        drafts.opine(reviewer, id, open.get(0), OpinionKind.AGREE);
        assertEquals(1, undecided(id).size(), "the last opinion counts");
        drafts.opine(reviewer, id, open.get(0), OpinionKind.MET);
        drafts.reviews().conclude(leader, id, "同意办结");
        assertEquals("concluded", drafts.state(id));
    }

    @Test
    void a_question_not_yet_put_keeps_a_dossier_open_whatever_it_is_about() {
        UUID id = drafts.in(DossierState.IN_REVIEW);
        Finding passed = drafts.finding(id);
        assertEquals(List.of(), undecided(id));
        drafts.opine(reviewer, id, passed, OpinionKind.ASK);
        assertEquals(List.of(passed), undecided(id));
        refused(() -> drafts.reviews().conclude(leader, id, ""));
        drafts.opine(reviewer, id, passed, OpinionKind.AGREE); // he has found the answer himself
        drafts.reviews().conclude(leader, id, "");
    }

    @Test
    void what_the_check_has_decided_is_not_decided_again() {
        UUID id = drafts.in(DossierState.IN_REVIEW);
        Finding decided = drafts.finding(id);
        assertEquals(Outcome.PASS, decided.outcome());
        refused(() -> drafts.opine(reviewer, id, decided, OpinionKind.MET));
        refused(() -> drafts.opine(reviewer, id, decided, OpinionKind.UNMET));
        drafts.opine(reviewer, id, decided, OpinionKind.DISAGREE);
        assertEquals(Outcome.PASS, drafts.finding(id).outcome(), "an opinion never stands over an outcome");
    }

    @Test
    void an_opinion_needs_its_reason_and_a_finding() {
        UUID id = drafts.in(DossierState.IN_REVIEW);
        Matter matter = Matter.of(drafts.finding(id));
        for (OpinionKind kind : List.of(OpinionKind.DISAGREE, OpinionKind.ASK)) {
            refused(() -> drafts.reviews().opine(reviewer, id, matter, kind, " \n"));
            refused(() -> drafts.reviews().opine(reviewer, id, matter, kind, "长".repeat(2001)));
            refused(() -> drafts.reviews().opine(reviewer, id, matter, kind, "a\0b"));
            drafts.reviews().opine(reviewer, id, matter, kind, "𠮷".repeat(1000));
        }
        drafts.reviews().opine(reviewer, id, matter, OpinionKind.AGREE, "");
        Refusal none = assertThrows(
                Refusal.class,
                () -> drafts.reviews()
                        .opine(reviewer, id, new Matter(matter.provision(), "别处"), OpinionKind.AGREE, ""));
        assertEquals(Refusal.Why.NOT_FOUND, none.why());
    }

    @Test
    void a_return_puts_the_questions_that_still_stand_and_they_are_answered_before_the_next_submission() {
        UUID id = open();
        refused(() -> drafts.reviews().returned(reviewer, id, " "));
        refused(() -> drafts.reviews().returned(reviewer, id, "长".repeat(2001)));
        List<Finding> open = undecided(id);
        drafts.opine(reviewer, id, open.get(0), OpinionKind.ASK);
        Finding other = drafts.finding(id);
        drafts.opine(reviewer, id, other, OpinionKind.ASK);
        drafts.opine(reviewer, id, other, OpinionKind.AGREE); // thought better of
        drafts.reviews().returned(reviewer, id, "请一并核对标题");
        List<ReviewQuestion> asked = drafts.dossiers().openQuestions(dossier(id));
        assertEquals(
                List.of("", open.get(0).provision()),
                asked.stream().map(ReviewQuestion::provision).sorted().toList());

        refused(() -> drafts.dossiers().submit(officer, id));
        refused(() -> drafts.dossiers().answer(officer, id, asked.get(0).id(), " "));
        refused(() -> drafts.dossiers().answer(officer, id, asked.get(0).id(), "a\0"));
        asked.forEach(question -> drafts.dossiers().answer(officer, id, question.id(), "已补充"));
        drafts.dossiers().answer(officer, id, asked.get(0).id(), "已补充，见附件");
        drafts.dossiers().save(officer, id, "污水处理厂", Draft.project(true));
        drafts.dossiers().submit(officer, id);

        drafts.reviews().take(reviewer, id);
        assertEquals(2, drafts.dossiers().questions(dossier(id)).size());
        assertEquals(List.of(), undecided(id), "opinions are of the revision they were given on");
        drafts.reviews().conclude(leader, id, "");
    }

    @Test
    void the_trail_says_who_moved_it_from_what_to_what() {
        UUID id = drafts.in(DossierState.CONCLUDED);
        refused(() -> drafts.reviews().reopen(leader, id, " "));
        drafts.reviews().reopen(leader, id, "有新情况");
        List<String> trail = drafts.dossiers().trail(service.actor("auditor"), id).stream()
                .map(ReviewDeskTest::said)
                .toList();
        assertEquals(
                List.of(
                        "jingchuan dossier.create  > draft",
                        "jingchuan dossier.submit draft > submitted",
                        "reviewer dossier.take submitted > in-review",
                        "leader dossier.conclude in-review > concluded",
                        "leader dossier.reopen concluded > in-review"),
                trail);
    }

    private static String said(AuditEntry entry) {
        return entry.actor() + " " + entry.action() + " " + entry.fromState() + " > " + entry.toState();
    }

    @Test
    void a_dossier_with_problems_or_of_another_place_is_not_submitted() {
        UUID id = drafts.draft(officer).id();
        drafts.dossiers()
                .save(officer, id, "", "plancheck: 1\nkind: 项目\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertTrue(
                !refused(() -> drafts.dossiers().submit(officer, id)).details().isEmpty());
        byte[] elsewhere = new String(Draft.project(true), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"620821\"", "\"620822\"")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        drafts.dossiers().save(officer, id, "", elsewhere);
        refused(() -> drafts.dossiers().submit(officer, id));
        refused(() -> drafts.dossiers().save(officer, id, "a\0b", elsewhere));
        assertEquals("draft", drafts.state(id));
    }

    @Test
    void a_title_is_cut_between_characters() {
        StoredDossier dossier =
                drafts.dossiers().create(officer, Draft.JINGCHUAN, "project", "x" + "𠮷".repeat(300), new byte[0]);
        assertTrue(dossier.title().length() <= 400);
        assertTrue(dossier.title().endsWith("𠮷…"));
        assertEquals(dossier.title(), dossier(dossier.id()).title());
        assertEquals(
                "泾川县申报材料",
                drafts.dossiers().save(officer, dossier.id(), " ", new byte[0]).title());
    }

    @Test
    void a_revision_keeps_the_files_it_was_submitted_with() {
        UUID id = drafts.draft(officer).id();
        UUID file = drafts.dossiers()
                .attach(officer, id, "/figures/land-revenue-share", "a.pdf", SampleFiles.PDF)
                .id();
        drafts.dossiers().submit(officer, id);
        drafts.reviews().take(reviewer, id);
        drafts.reviews().returned(reviewer, id, "请换一份");
        drafts.dossiers().detach(officer, id, file);
        assertEquals(List.of(), drafts.dossiers().evidence(dossier(id)));
        assertEquals(
                file,
                drafts.dossiers()
                        .evidence(drafts.dossiers().revision(officer, id, 1))
                        .get(0)
                        .id());
        assertEquals("a.pdf", drafts.dossiers().file(reviewer, id, file).name());
    }

    /** Ruling R44: a file is evidence, and firmer than a document that is only named. */
    @Test
    void an_answer_with_a_file_rests_on_evidence_attached() {
        byte[] content = """
                plancheck: 1
                kind: self-assessment
                id: %s
                title: 自评
                place: "620821"
                as-of: 2025-12-31
                declarations: { PL-8.2-2-b: { answer: yes } }
                """.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        UUID id = drafts.dossiers()
                .create(officer, Draft.JINGCHUAN, "self-assessment", "自评", content)
                .id();
        drafts.dossiers().attach(officer, id, "/declarations/PL-8.2-2-b", "a.pdf", SampleFiles.PDF);
        Finding finding = drafts.dossiers().report(drafts.dossiers().submit(officer, id)).findings().stream()
                .filter(one -> one.provision().equals("PL-8.2-2-b"))
                .findFirst()
                .orElseThrow();
        assertEquals(Outcome.PASS, finding.outcome());
        assertEquals(Basis.ATTACHED, finding.basis());
    }

    @Test
    void a_key_is_short_and_plain() {
        AssessmentDesk desk = service.bean(AssessmentDesk.class);
        Actor program = service.program("", plancheck.access.Scope.ASSESS);
        for (String key : List.of("", " ", "x".repeat(201), "键", "a\0", "a\nb")) {
            refused(() -> desk.assess(program, new AssessmentDesk.AssessmentRequest(Draft.project(true), null, key)));
        }
        byte[] sent = Draft.project(true);
        var first = desk.assess(program, new AssessmentDesk.AssessmentRequest(sent, null, "k"));
        var again = desk.assess(program, new AssessmentDesk.AssessmentRequest(sent, null, "k"));
        assertEquals(first.assessment().id(), again.assessment().id());
        assertTrue(again.repeated());
        refused(() -> desk.assess(program, new AssessmentDesk.AssessmentRequest(Draft.project(false), null, "k")));
        UUID id = first.assessment().id();
        Actor other = service.program("", plancheck.access.Scope.ASSESS);
        assertThrows(Refusal.class, () -> desk.find(other, id));
    }

    @Test
    void opinions_are_kept_even_when_they_are_thought_better_of() {
        UUID id = drafts.in(DossierState.IN_REVIEW);
        Finding finding = drafts.finding(id);
        drafts.opine(reviewer, id, finding, OpinionKind.DISAGREE);
        drafts.opine(reviewer, id, finding, OpinionKind.AGREE);
        List<Opinion> all =
                service.bean(plancheck.archive.Opinions.class).findAllByDossierAndRevisionOrderByGivenAt(id, 1);
        assertEquals(
                List.of(OpinionKind.DISAGREE, OpinionKind.AGREE),
                all.stream().map(Opinion::kind).toList());
    }
}
