package plancheck.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.OptimisticLockingFailureException;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.archive.CollectionParts;
import plancheck.archive.StoredDossier;
import plancheck.collect.Conflict;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.rulebook.Bureau;
import plancheck.rulebook.RuleBook;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;

/** A dossier asked of many and put together again, on both databases. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class CollectionTest {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final LocalDate due = LocalDate.now(HERE).plusDays(20);

    private final TestService service;
    private final CollectionDesk desk;
    private final PartDesk bureaus;
    private final DossierDesk dossiers;
    private final DossierForm form;
    private final RuleBook book;
    private final Actor officer;

    CollectionTest(TestDatabase database) {
        service = database.service();
        desk = service.bean(CollectionDesk.class);
        bureaus = service.bean(PartDesk.class);
        dossiers = service.bean(DossierDesk.class);
        book = service.book();
        form = new DossierForm(book);
        officer = service.actor("jingchuan");
    }

    private Questionnaire asked() {
        return Questionnaire.selfAssessment(
                book, Objects.requireNonNull(book.places().get("620821")), LocalDate.of(2024, 12, 31));
    }

    private UUID draft(Map<String, List<String>> more) {
        Map<String, List<String>> fields = new LinkedHashMap<>(asked().settled());
        fields.putAll(more);
        return dossiers.create(officer, "620821", "self-assessment", "泾川县自评", form.dossier(fields))
                .id();
    }

    private UUID opened(Map<String, List<String>> more, String... bureaus) {
        UUID id = draft(more);
        desk.open(officer, id, Set.of(bureaus), due);
        return id;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, List<String>> merged(UUID id) {
        return form.fields(dossiers.find(officer, id).draft()).values();
    }

    private void refused(Refusal.Why why, org.junit.jupiter.api.function.Executable tried) {
        assertEquals(why, assertThrows(Refusal.class, tried).why());
    }

    /** The first yes-or-no question of a bureau. */
    private String field(String bureau) {
        Bureau of = service.bean(BureauParts.class).bureau(bureau);
        return asked().of(of, book.bureaus()).declarations().stream()
                .filter(question -> question.parts().isEmpty())
                .map(Question::valueField)
                .findFirst()
                .orElseThrow();
    }

    private void decide(UUID id, Conflict conflict) {
        desk.decide(officer, id, List.of(new CollectionDesk.Choice(conflict.pointer(), "住房和城乡建设局", "yes")));
    }

    private byte[] answer(String field, String value) {
        return form.dossier(Map.of(field, List.of(value)));
    }

    @Test
    void twelve_bureaus_with_forty_differences_give_the_same_bytes_in_any_order_and_lose_nothing() {
        List<Question> questions = asked().declarations().stream()
                .filter(question -> question.parts().isEmpty())
                .limit(400)
                .toList();
        List<String> ids =
                book.bureaus().stream().map(Bureau::id).limit(12).sorted().toList();
        Map<String, Map<String, List<String>>> returned = new TreeMap<>();
        ids.forEach(id -> returned.put(id, new LinkedHashMap<>()));
        int planted = 0;
        for (int i = 0; i < questions.size(); i++) {
            String field = questions.get(i).valueField();
            of(returned, ids, i).put(field, List.of("yes"));
            of(returned, ids, i).put(questions.get(i).field("evidence"), List.of("文件" + i));
            if (i % (questions.size() / 40) == 0 && planted < 40) {
                of(returned, ids, i + 5).put(field, List.of("no"));
                planted++;
            }
        }
        for (int i = 0; i < 400 - questions.size(); i++) {
            of(returned, ids, i).put("/compounds/" + i / 12 + "/name", List.of(i % 12 + "号小区" + i));
        }
        assertEquals(40, planted);
        Random random = new Random(11);
        byte[] first = new byte[0];
        for (int round = 0; round < 3; round++) {
            UUID id = opened(Map.of(), ids.toArray(String[]::new));
            List<String> order = new ArrayList<>(ids);
            Collections.shuffle(order, random);
            order.forEach(bureau -> desk.handBack(officer, id, bureau, form.dossier(of(returned, bureau))));
            CollectionDesk.CollectionState state = desk.state(officer, id);
            assertEquals(40, state.open().size());
            assertTrue(state.open().stream().allMatch(CollectionTest::namesTwo));
            byte[] draft = desk.close(officer, id).draft();
            first = round == 0 ? draft : first;
            assertArrayEquals(first, draft);
        }
        Map<String, List<String>> merged = form.fields(first).values();
        assertEquals(
                questions.size() - 40,
                questions.stream()
                        .filter(q -> merged.containsKey(q.valueField()))
                        .count(),
                "every answer that is one, and none that is two");
        assertEquals(
                questions.size(),
                questions.stream()
                        .filter(q -> merged.containsKey(q.field("evidence")))
                        .count());
        assertEquals(
                400 - questions.size(),
                merged.keySet().stream()
                        .filter(f -> f.matches("/compounds/\\d+/name"))
                        .count());
    }

    private static Map<String, List<String>> of(
            Map<String, Map<String, List<String>>> returned, List<String> ids, int number) {
        return of(returned, ids.get(number % ids.size()));
    }

    private static Map<String, List<String>> of(Map<String, Map<String, List<String>>> returned, String id) {
        return Objects.requireNonNull(returned.get(id));
    }

    private static boolean namesTwo(Conflict conflict) {
        return conflict.versions().size() == 2
                && conflict.versions().stream()
                        .allMatch(version -> version.from().size() == 1
                                && !version.from().get(0).isEmpty());
    }

    @Test
    void the_officers_own_answer_is_one_of_the_versions_and_a_decision_holds_for_that_answer_alone() {
        String field = field("housing");
        UUID id = opened(Map.of(field, List.of("no")), "housing");
        desk.handBack(officer, id, "housing", answer(field, "yes"));
        Conflict conflict = desk.state(officer, id).open().get(0);
        assertEquals(
                List.of("no 汇总单位", "yes 住房和城乡建设局"),
                conflict.versions().stream()
                        .map(version -> version.answer() + " " + String.join("、", version.from()))
                        .toList());
        decide(id, conflict);
        assertEquals(List.of(), desk.state(officer, id).open());
        desk.handBack(officer, id, "housing", answer(field, "in-progress"));
        assertEquals(1, desk.state(officer, id).open().size(), "what is said now was not decided for");
        refused(Refusal.Why.CONFLICT, () -> decide(id, conflict));
        desk.handBack(officer, id, "housing", answer(field, "yes"));
        desk.close(officer, id);
        assertEquals(List.of("yes"), merged(id).get(field));
    }

    @Test
    void what_is_left_open_stays_beside_each_other_in_the_draft() {
        String field = field("housing");
        UUID id = opened(Map.of(field, List.of("no")), "housing");
        desk.handBack(officer, id, "housing", answer(field, "yes"));
        desk.close(officer, id);
        assertFalse(merged(id).containsKey(field));
        String text = new String(dossiers.find(officer, id).draft(), StandardCharsets.UTF_8);
        assertTrue(text.contains("两处填报不一，待定：no（汇总单位）、yes（住房和城乡建设局）"), text);
    }

    @Test
    void a_link_opens_its_part_until_it_is_renewed_taken_back_or_the_collection_is_closed() {
        UUID id = opened(Map.of(), "housing", "agriculture");
        String first = desk.link(officer, id, "housing", 14);
        assertEquals(
                "housing", bureaus.byLink(first).orElseThrow().state().part().bureau());
        String second = desk.link(officer, id, "housing", 14);
        assertTrue(bureaus.byLink(first).isEmpty(), "a renewed link ends the one before");
        assertTrue(bureaus.byLink(second).isPresent());
        desk.revoke(officer, id, "housing");
        assertTrue(bureaus.byLink(second).isEmpty());
        String third = desk.link(officer, id, "housing", 1);
        assertTrue(
                service.bean(CollectionParts.class).findByLinkHash(third).isEmpty(), "the secret itself is not kept");
        PartDesk.OpenedPart held = bureaus.byLink(third).orElseThrow();
        desk.close(officer, id);
        assertTrue(bureaus.byLink(third).isEmpty());
        refused(Refusal.Why.CONFLICT, () -> bureaus.handBack(held, "link", answer(field("housing"), "yes")));
        refused(
                Refusal.Why.CONFLICT,
                () -> bureaus.save(held, held.version(), UUID.randomUUID(), answer(field("housing"), "yes")));
        refused(Refusal.Why.INVALID, () -> desk.link(officer, opened(Map.of(), "agriculture"), "agriculture", 91));
    }

    @Test
    void by_a_link_a_bureau_answers_its_own_part_alone() {
        UUID id = opened(Map.of(field("agriculture"), List.of("no")), "housing", "agriculture");
        PartDesk.OpenedPart part =
                bureaus.byLink(desk.link(officer, id, "housing", 14)).orElseThrow();
        assertFalse(new String(part.content(), StandardCharsets.UTF_8).contains(field("agriculture")));
        assertFalse(
                form.fields(part.content()).values().containsKey(field("agriculture")), "nor is it shown another's");
        refused(Refusal.Why.INVALID, () -> bureaus.handBack(part, "link", answer(field("agriculture"), "yes")));
        refused(Refusal.Why.INVALID, () -> bureaus.handBack(part, "link", text("place: \"620822\"\nkind: project\n")));
        refused(Refusal.Why.INVALID, () -> bureaus.handBack(part, "link", text("\u0000")));
        refused(Refusal.Why.TOO_LARGE, () -> bureaus.handBack(part, "link", new byte[PartReturns.LARGEST + 1]));
        bureaus.handBack(part, "link", answer(field("housing"), "yes"));
        bureaus.handBack(part, "link", answer(field("housing"), "no"));
        PartState state = desk.state(officer, id).parts().stream()
                .filter(one -> one.part().bureau().equals("housing"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, state.returns().size(), "the first is kept");
        assertEquals(PartState.Stage.RETURNED, state.stage());
        assertEquals(1, state.answered());
        assertTrue(state.asked() > 1);
    }

    @Test
    void of_two_who_fill_in_a_part_at_once_one_is_told_and_of_two_returns_at_once_both_are_kept() throws Exception {
        UUID id = opened(Map.of(), "housing");
        PartDesk.OpenedPart part =
                bureaus.byLink(desk.link(officer, id, "housing", 14)).orElseThrow();
        String field = field("housing");
        UUID page = UUID.randomUUID();
        bureaus.save(part, part.version(), page, answer(field, "yes"));
        bureaus.save(part, part.version(), page, answer(field, "in-progress"));
        bureaus.save(part, part.version(), UUID.randomUUID(), answer(field, "in-progress"));
        assertThrows(
                OptimisticLockingFailureException.class,
                () -> bureaus.save(part, part.version(), UUID.randomUUID(), answer(field, "no")));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> returns = new ArrayList<>();
            for (String said : List.of("yes", "no", "yes", "no")) {
                returns.add(threads.submit(() -> desk.handBack(officer, id, "housing", answer(field, said))
                        .content()));
            }
            int kept = 0;
            for (Future<byte[]> one : returns) {
                try {
                    one.get();
                    kept++;
                } catch (java.util.concurrent.ExecutionException told) {
                    assertTrue(told.getCause() instanceof OptimisticLockingFailureException, String.valueOf(told));
                }
            }
            assertEquals(kept, desk.state(officer, id).parts().get(0).returns().size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_account_sees_the_parts_it_was_given_and_no_others() {
        String login = "agriculture" + UUID.randomUUID().toString().substring(0, 8);
        service.person(login, "620821", Role.BUREAU);
        Actor holder = service.actor(login);
        UUID id = opened(Map.of(), "housing", "agriculture");
        assertEquals(List.of(), bureaus.given(holder));
        desk.give(officer, id, "agriculture", login);
        PartDesk.OpenedPart part = bureaus.given(holder).get(0);
        bureaus.handBack(bureaus.given(holder, part.id()), "account", answer(field("agriculture"), "yes"));
        refused(Refusal.Why.NOT_FOUND, () -> bureaus.given(holder, UUID.randomUUID()));
        refused(Refusal.Why.NOT_FOUND, () -> dossiers.find(holder, id));
        refused(Refusal.Why.NOT_FOUND, () -> desk.state(holder, id));
        refused(Refusal.Why.INVALID, () -> desk.give(officer, id, "agriculture", "reviewer"));
        desk.give(officer, id, "agriculture", "");
        assertEquals(List.of(), bureaus.given(holder));
    }

    @Test
    void one_is_open_at_a_time_and_nothing_is_submitted_meanwhile() {
        UUID id = opened(Map.of(), "housing");
        refused(Refusal.Why.CONFLICT, () -> desk.open(officer, id, Set.of("agriculture"), due));
        refused(Refusal.Why.NOT_FOUND, () -> desk.state(service.actor("lingtai"), id));
        refused(Refusal.Why.FORBIDDEN, () -> desk.close(service.actor("auditor"), id));
        StoredDossier before = dossiers.find(officer, id);
        assertArrayEquals(before.draft(), desk.close(officer, id).draft(), "nobody handed back, nothing is changed");
        refused(Refusal.Why.NOT_FOUND, () -> desk.state(officer, id));
        desk.open(officer, id, Set.of("agriculture"), due);
        assertEquals(2, desk.all(officer, id).size());
        UUID project = dossiers.create(officer, "620821", "project", "污水处理厂", Draft.project(true))
                .id();
        refused(Refusal.Why.INVALID, () -> desk.open(officer, project, Set.of("agriculture"), due));
        refused(Refusal.Why.INVALID, () -> desk.open(officer, draft(Map.of()), Set.of("nobody"), due));
        refused(
                Refusal.Why.INVALID,
                () -> desk.open(
                        officer,
                        draft(Map.of()),
                        Set.of("agriculture"),
                        LocalDate.now(HERE).minusDays(2)));
    }
}
