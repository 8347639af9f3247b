package plancheck.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plancheck.workflow.DossierState.CONCLUDED;
import static plancheck.workflow.DossierState.DRAFT;
import static plancheck.workflow.DossierState.IN_REVIEW;
import static plancheck.workflow.DossierState.RETURNED;
import static plancheck.workflow.DossierState.SUBMITTED;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plancheck.access.Actor;
import plancheck.access.Scope;
import plancheck.archive.OpinionKind;
import plancheck.archive.ReviewQuestion;
import plancheck.service.TestService;

/**
 * Every action on a dossier of Jingchuan, in every state, by everybody. In the table: {@code +} it is done, {@code t}
 * not now, {@code -} not by him, {@code 0} there is no such dossier for him.
 */
class WhoMayDoWhatTest {
    private static final TestService SERVICE = TestService.shared();
    private static final Draft DRAFTS = new Draft(SERVICE);

    /** States from left to right: draft, submitted, in review, returned, concluded. */
    private static final List<DossierState> STATES = List.of(DRAFT, SUBMITTED, IN_REVIEW, RETURNED, CONCLUDED);

    private static final String TABLE = """
                       read   save   attach submit answer take   opine  return conclude reopen
            jingchuan  +++++  +tt+t  +tt+t  +tt+t  0tt+t  -----  -----  -----  -----    -----
            lingtai    00000  00000  00000  00000  00000  00000  00000  00000  00000    00000
            reviewer   0++++  0----  0----  0----  0----  0+ttt  0t+tt  0t+tt  0----    0----
            leader     0++++  0----  0----  0----  0----  0----  0----  0----  0t+tt    0ttt+
            auditor    +++++  -----  -----  -----  -----  -----  -----  -----  -----    -----
            administrator 00000 00000 00000 00000  00000  00000  00000  00000  00000    00000
            both       +++++  +tt+t  +tt+t  +tt+t  0tt+t  t+ttt  tt+tt  tt+tt  -----    -----
            writes     +++++  +tt+t  +tt+t  +tt+t  0tt+t  -----  -----  -----  -----    -----
            reads      +++++  -----  -----  -----  -----  -----  -----  -----  -----    -----
            elsewhere  00000  00000  00000  00000  00000  00000  00000  00000  00000    00000
            assesses   00000  00000  00000  00000  00000  00000  00000  00000  00000    00000
            city       +++++  +tt+t  +tt+t  +tt+t  0tt+t  -----  -----  -----  -----    -----
            """;

    private interface Action {
        void by(Actor actor, UUID id);
    }

    private static final Map<String, Action> ACTIONS = actions();

    private static Action action(String name) {
        return Objects.requireNonNull(ACTIONS.get(name), name);
    }

    private static Map<String, Action> actions() {
        DossierDesk dossiers = DRAFTS.dossiers();
        ReviewDesk reviews = DRAFTS.reviews();
        Map<String, Action> all = new LinkedHashMap<>();
        all.put("read", dossiers::find);
        all.put("save", (actor, id) -> dossiers.save(actor, id, "改", Draft.project(true)));
        all.put(
                "attach",
                (actor, id) -> dossiers.attach(actor, id, "/figures/land-revenue-share", "a.pdf", SampleFiles.PDF));
        all.put("submit", (actor, id) -> {
            questions(id).forEach(q -> answerQuietly(id, q));
            dossiers.submit(actor, id);
        });
        all.put("answer", (actor, id) -> {
            List<ReviewQuestion> questions = questions(id);
            UUID question =
                    questions.isEmpty() ? UUID.randomUUID() : questions.get(0).id();
            dossiers.answer(actor, id, question, "因为。");
        });
        all.put("take", reviews::take);
        all.put("opine", (actor, id) -> {
            if (DRAFTS.dossiers().find(SERVICE.actor("auditor"), id).revision() > 0) {
                DRAFTS.opine(actor, id, DRAFTS.finding(id), OpinionKind.AGREE);
            } else {
                reviews.opine(actor, id, new ReviewDesk.Matter("", ""), OpinionKind.AGREE, "");
            }
        });
        all.put("return", (actor, id) -> reviews.returned(actor, id, "请补充"));
        all.put("conclude", (actor, id) -> reviews.conclude(actor, id, ""));
        all.put("reopen", (actor, id) -> reviews.reopen(actor, id, "有新情况"));
        return all;
    }

    private static List<ReviewQuestion> questions(UUID id) {
        return DRAFTS.dossiers().openQuestions(DRAFTS.dossiers().find(SERVICE.actor("auditor"), id));
    }

    private static void answerQuietly(UUID id, ReviewQuestion question) {
        DRAFTS.dossiers().answer(SERVICE.actor("jingchuan"), id, question.id(), "因为。");
    }

    private static Actor actor(String name) {
        return switch (name) {
            case "writes" -> SERVICE.program(Draft.JINGCHUAN, Scope.WRITE_DOSSIERS);
            case "reads" -> SERVICE.program(Draft.JINGCHUAN, Scope.READ_DOSSIERS);
            case "elsewhere" -> SERVICE.program("620822", Scope.values());
            case "assesses" -> SERVICE.program("", Scope.ASSESS, Scope.WEBHOOKS);
            case "city" -> SERVICE.program("", Scope.READ_DOSSIERS, Scope.WRITE_DOSSIERS);
            default -> SERVICE.actor(name);
        };
    }

    @Test
    void every_cell_of_the_table() {
        List<String> lines = TABLE.lines().toList();
        List<String> actions = List.of(lines.get(0).strip().split(" +"));
        Map<String, String> said = new TreeMap<>();
        Map<String, String> done = new TreeMap<>();
        // A dossier serves until somebody has moved it.
        Map<DossierState, UUID> made = new EnumMap<>(DossierState.class);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.strip().split(" +");
            Actor actor = actor(cells[0]);
            for (int a = 0; a < actions.size(); a++) {
                StringBuilder outcome = new StringBuilder();
                for (DossierState state : STATES) {
                    UUID id = made.computeIfAbsent(state, DRAFTS::in);
                    outcome.append(tried(action(actions.get(a)), actor, id));
                    if (!DRAFTS.state(id).equals(state.id()) || state == RETURNED) {
                        made.remove(state);
                    }
                }
                said.put(cells[0] + " " + actions.get(a), cells[a + 1]);
                done.put(cells[0] + " " + actions.get(a), outcome.toString());
            }
        }
        assertEquals(said, done);
    }

    private static char tried(Action action, Actor actor, UUID id) {
        try {
            action.by(actor, id);
            return '+';
        } catch (Refusal refusal) {
            return switch (refusal.why()) {
                case NOT_FOUND -> '0';
                case FORBIDDEN -> '-';
                case CONFLICT -> 't';
                case INVALID, TOO_LARGE, NO_ROOM, DAMAGED -> throw refusal;
            };
        }
    }

    @Test
    void whoever_has_drafted_or_submitted_a_dossier_neither_reviews_nor_concludes_it() {
        Actor both = SERVICE.actor("both");
        Actor jingchuan = SERVICE.actor("jingchuan");
        UUID submittedByHim = DRAFTS.in(SUBMITTED, both);
        assertEquals('-', tried(DRAFTS.reviews()::take, both, submittedByHim));

        UUID draftedByHim = DRAFTS.draft(both).id();
        DRAFTS.dossiers().submit(jingchuan, draftedByHim);
        assertEquals('-', tried(DRAFTS.reviews()::take, both, draftedByHim));

        UUID submittedBefore = DRAFTS.in(RETURNED, jingchuan);
        questions(submittedBefore).forEach(q -> answerQuietly(submittedBefore, q));
        DRAFTS.dossiers().submit(both, submittedBefore);
        assertEquals('-', tried(DRAFTS.reviews()::take, both, submittedBefore));
        DRAFTS.reviews().take(SERVICE.actor("reviewer"), submittedBefore);
        assertEquals('-', tried(action("opine"), both, submittedBefore));
        assertEquals('-', tried(action("return"), both, submittedBefore));

        Actor leads =
                new Actor(both.id(), both.name(), java.util.Set.of(plancheck.access.Role.LEADER), "", both.scopes());
        assertEquals('-', tried(action("conclude"), leads, submittedBefore));
    }

    @ParameterizedTest
    @EnumSource(DossierState.class)
    void the_review_queue_is_for_those_who_see_the_city_and_drafts_for_the_auditor(DossierState state) {
        UUID id = DRAFTS.in(state);
        List<String> see = new ArrayList<>();
        for (String who : List.of("jingchuan", "reviewer", "leader", "auditor", "administrator", "city")) {
            try {
                boolean there = DRAFTS.reviews().queue(actor(who), STATES, Draft.JINGCHUAN).stream()
                        .anyMatch(line -> line.id().equals(id));
                see.add(there ? who : "");
            } catch (Refusal refusal) {
                assertEquals(Refusal.Why.FORBIDDEN, refusal.why());
            }
        }
        assertEquals(state == DRAFT ? List.of("", "", "auditor") : List.of("reviewer", "leader", "auditor"), see);
    }

    @Test
    void everybody_lists_his_own_dossiers_and_no_others() {
        UUID id = DRAFTS.in(DRAFT);
        Map<String, Boolean> see = new TreeMap<>();
        for (String who : List.of("jingchuan", "lingtai", "reads", "elsewhere", "city", "writes", "administrator")) {
            try {
                see.put(
                        who,
                        DRAFTS.dossiers().own(actor(who)).stream()
                                .anyMatch(line -> line.id().equals(id)));
            } catch (Refusal refusal) {
                assertEquals(Refusal.Why.FORBIDDEN, refusal.why());
            }
        }
        assertEquals(Map.of("jingchuan", true, "lingtai", false, "reads", true, "elsewhere", false, "city", true), see);
    }

    @Test
    void a_file_of_one_dossier_is_not_had_through_another() {
        Actor jingchuan = SERVICE.actor("jingchuan");
        Actor lingtai = SERVICE.actor("lingtai");
        UUID id = DRAFTS.in(DRAFT);
        UUID file = DRAFTS.dossiers()
                .attach(jingchuan, id, "/figures/land-revenue-share", "a.pdf", SampleFiles.PDF)
                .id();
        UUID his = DRAFTS.dossiers()
                .create(lingtai, "620822", "project", "", new byte[0])
                .id();
        Action through = (actor, dossier) -> DRAFTS.dossiers().file(actor, dossier, file);
        assertEquals('+', tried(through, jingchuan, id));
        assertEquals('0', tried(through, lingtai, id));
        assertEquals('0', tried(through, lingtai, his));
        assertEquals('0', tried((actor, dossier) -> DRAFTS.dossiers().detach(actor, dossier, file), lingtai, his));
    }

    @Test
    void a_draft_is_begun_for_ones_own_place_only() {
        for (String who : List.of(
                "jingchuan",
                "lingtai",
                "reviewer",
                "leader",
                "auditor",
                "administrator",
                "both",
                "writes",
                "reads",
                "elsewhere",
                "assesses",
                "city")) {
            Action begin =
                    (actor, id) -> DRAFTS.dossiers().create(actor, Draft.JINGCHUAN, "project", "", Draft.project(true));
            boolean may = List.of("jingchuan", "both", "writes", "city").contains(who);
            assertEquals(may ? '+' : '-', tried(begin, actor(who), UUID.randomUUID()), who);
        }
    }
}
