package plancheck.collect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.reading.Given;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.rulebook.Bureau;
import plancheck.sheet.DossierWorkbook;
import plancheck.sheet.HandedInReader;

/** What a dozen bureaus hand back, put together: whatever their order, nothing lost, nothing overwritten. */
class DossierMergeTest {
    private static final DossierMerge MERGE = new DossierMerge(Given.BOOK);
    private static final DossierWorkbook WORKBOOKS = new DossierWorkbook(Given.BOOK);
    private static final DossierForm FORM = new DossierForm(Given.BOOK);

    @ParameterizedTest
    @ValueSource(strings = {"620821", "620822", "620823", "620825", "620826", "620802", "620881", "620800"})
    void each_question_is_one_bureaus_and_no_bureau_gets_more_than_all(String code) {
        Questionnaire asked = Questionnaire.complete(
                Given.BOOK, Objects.requireNonNull(Given.BOOK.places().get(code)), LocalDate.of(2025, 12, 31));
        List<String> all = pointers(asked);
        List<String> parts = new ArrayList<>();
        for (Bureau bureau : Given.BOOK.bureaus()) {
            parts.addAll(pointers(asked.of(bureau, Given.BOOK.bureaus())));
        }
        assertEquals(new TreeSet<>(all), new TreeSet<>(parts));
        assertEquals(all.size(), parts.size(), "nothing twice");
    }

    @Test
    void no_bureau_is_named_for_what_nobody_asks() {
        Set<String> known = new TreeSet<>(Given.BOOK.indicators().keySet());
        known.addAll(Given.BOOK.works().keySet());
        Given.BOOK.kinds().values().forEach(kind -> known.add(kind.list()));
        Given.BOOK.features().keySet().forEach(feature -> known.add("not-here/" + feature));
        assertEquals(16, Given.BOOK.bureaus().size());
        Given.BOOK
                .bureaus()
                .forEach(bureau ->
                        bureau.answers().forEach(id -> assertTrue(known.contains(id), bureau.id() + " answers " + id)));
    }

    private static List<String> pointers(Questionnaire asked) {
        return Stream.concat(
                        Stream.of(asked.figures(), asked.absences(), asked.declarations(), asked.stages())
                                .flatMap(List::stream)
                                .map(Question::pointer),
                        asked.lists().stream().map(list -> list.pointer()))
                .toList();
    }

    @Test
    void what_the_bureaus_hand_back_is_the_dossier_that_went_out() throws IOException {
        byte[] dossier = Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml"));
        Questionnaire asked = WORKBOOKS.asked(dossier).orElseThrow();
        HandedInReader reader = new HandedInReader(Given.BOOK);
        List<ReturnedPart> parts = new ArrayList<>();
        WORKBOOKS
                .byBureau(asked, dossier)
                .forEach((bureau, workbook) -> parts.add(
                        MERGE.part(bureau.name().zh(), reader.read(workbook).dossier(), asked)));
        assertEquals(16, parts.size());
        DossierMerge.MergedDossier merged = MERGE.merge(parts, asked, "");
        assertEquals(List.of(), merged.conflicts());
        Map<String, List<String>> whole =
                new LinkedHashMap<>(FORM.fields(dossier).values());
        whole.putAll(asked.settled()); // an earlier dossier's head is the new one's
        assertEquals(
                new String(FORM.inFormat(whole, asked), StandardCharsets.UTF_8),
                new String(merged.dossier(), StandardCharsets.UTF_8));
    }

    @Test
    void twelve_bureaus_with_forty_differences_give_one_dossier_in_any_order_and_lose_nothing() {
        Questionnaire asked = Questionnaire.complete(
                Given.BOOK, Objects.requireNonNull(Given.BOOK.places().get("620800")), LocalDate.of(2024, 12, 31));
        List<Question> yesNo = asked.declarations().stream()
                .filter(question -> question.parts().isEmpty())
                .limit(400)
                .toList();
        List<Map<String, List<String>>> fields = new ArrayList<>();
        for (int bureau = 0; bureau < 12; bureau++) {
            fields.add(new LinkedHashMap<>(asked.settled()));
        }
        int differing = 0;
        for (int i = 0; i < yesNo.size(); i++) {
            String field = yesNo.get(i).valueField();
            fields.get(i % 12).put(field, List.of("yes"));
            fields.get(i % 12).put(yesNo.get(i).field("evidence"), List.of("文件" + i));
            if (i % 10 == 0 && differing < 40) {
                fields.get((i + 5) % 12).put(field, List.of("no"));
                differing++;
            }
        }
        for (int i = 0; i < 100; i++) {
            fields.get(i % 12).put("/compounds/" + i / 12 + "/name", List.of(i % 12 + "号小区" + i));
        }
        List<ReturnedPart> parts = new ArrayList<>();
        for (int bureau = 0; bureau < 12; bureau++) {
            parts.add(MERGE.part("单位" + bureau, FORM.inFormat(fields.get(bureau), asked), asked));
        }
        byte[] first = MERGE.merge(parts, asked, "").dossier();
        Random random = new Random(7);
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(parts, random);
            DossierMerge.MergedDossier merged = MERGE.merge(parts, asked, "");
            assertArrayEquals(first, merged.dossier());
            assertEquals(differing, merged.conflicts().size());
        }
        Map<String, List<String>> merged = FORM.fields(first).values();
        long answered = yesNo.stream()
                .filter(question -> merged.containsKey(question.valueField()))
                .count();
        assertEquals(yesNo.size() - differing, answered, "every answer that is one, and none that is two");
        assertEquals(
                yesNo.size(),
                yesNo.stream()
                        .filter(question -> merged.containsKey(question.field("evidence")))
                        .count(),
                "evidence stays");
        assertEquals(
                100,
                merged.keySet().stream()
                        .filter(f -> f.matches("/compounds/\\d+/name"))
                        .count());
        String text = new String(first, StandardCharsets.UTF_8);
        assertTrue(text.contains("两处填报不一，待定：no（单位5）、yes（单位0）"), text.substring(0, 3000));
        assertTrue(Given.READER.read(first).dossier() != null);
    }

    @Test
    void the_same_said_otherwise_is_no_difference_and_one_that_is_preferred_is_taken() {
        Questionnaire asked = Questionnaire.complete(
                Given.BOOK, Objects.requireNonNull(Given.BOOK.places().get("620821")), LocalDate.of(2024, 12, 31));
        ReturnedPart first = part(asked, "统计局", "residents: { value: 28.6, unit: 万人, year: 2024 }");
        ReturnedPart same = part(asked, "公安局", "residents: { value: 286000, unit: 人, year: 2024, evidence: [年报] }");
        ReturnedPart other = part(asked, "民政局", "residents: { value: 28.7, unit: 万人, year: 2024 }");
        DossierMerge.MergedDossier both = MERGE.merge(List.of(same, first), asked, "");
        assertEquals(List.of(), both.conflicts());
        assertTrue(text(both).contains("年报"));

        DossierMerge.MergedDossier open = MERGE.merge(List.of(first, other), asked, "");
        assertEquals(1, open.conflicts().size());
        assertEquals("常住人口", open.conflicts().get(0).what().zh());
        assertTrue(
                text(open).contains("residents: {value: 28.6, unit: 万人, year: 2024, also: [{value: 28.7}]"),
                text(open));
        assertTrue(text(open).contains("常住人口两处填报不一，待定：28.6 万人 2024（统计局）、28.7 万人 2024（民政局）"), text(open));

        DossierMerge.MergedDossier three = MERGE.merge(List.of(same, first, other), asked, "");
        assertEquals(2, three.conflicts().get(0).versions().size(), "28.6万人 and 286000人 are one");

        DossierMerge.MergedDossier taken = MERGE.merge(List.of(first, other), asked, "民政局");
        assertTrue(text(taken).contains("value: 28.7"), text(taken));
        assertEquals("28.7 万人 2024", taken.conflicts().get(0).taken());
    }

    @Test
    void a_rate_on_which_two_differ_is_not_worked_out_from_amounts_on_which_they_agree() {
        Questionnaire asked = Questionnaire.complete(
                Given.BOOK, Objects.requireNonNull(Given.BOOK.places().get("620821")), LocalDate.of(2025, 12, 31));
        String rate = "county-seat-sewage-treatment-rate: { value: %s, unit: '%%', year: 2025 }";
        ReturnedPart first = of2025(asked, "住建局", rate.formatted("96"));
        ReturnedPart other = of2025(asked, "水务局", rate.formatted("98"));
        ReturnedPart years =
                of2025(asked, "环保局", "county-seat-sewage-treatment-rate: { value: 98, unit: '%', year: 2024 }");
        DossierMerge.MergedDossier merged = MERGE.merge(List.of(other, first), asked, "");
        assertEquals(1, merged.conflicts().size());
        Dossier dossier =
                Objects.requireNonNull(Given.READER.read(merged.dossier()).dossier());
        Finding finding = new ComplianceCheck(Given.BOOK)
                .check(dossier).findings().stream()
                        .filter(found -> found.provision().equals("PL-3.2-B2-2-g"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Outcome.NEEDS_REVIEW, finding.outcome(), "97.5 lies between them");
        assertFalse(text(MERGE.merge(List.of(years, first), asked, "")).contains("value: 9"), "of another year");
    }

    @Test
    void a_village_in_two_parts_is_one_village_with_what_each_says_of_it() {
        Questionnaire asked = Questionnaire.complete(
                Given.BOOK, Objects.requireNonNull(Given.BOOK.places().get("620821")), LocalDate.of(2024, 12, 31));
        ReturnedPart roads = MERGE.part(
                "交通运输局",
                (Given.HEAD + "villages:\n  - { name: 甲村, hardened-road: yes }\n  - { name: 乙村, hardened-road: no }\n")
                        .getBytes(StandardCharsets.UTF_8),
                asked);
        ReturnedPart people = MERGE.part(
                "农业农村局",
                (Given.HEAD + "villages:\n  - { name: '乙村 ', households: 42 }\n  - { name: 甲村, hardened-road: no }\n")
                        .getBytes(StandardCharsets.UTF_8),
                asked);
        DossierMerge.MergedDossier merged = MERGE.merge(List.of(people, roads), asked, "");
        assertEquals(1, merged.conflicts().size());
        assertEquals("/villages/甲村/hardened-road", merged.conflicts().get(0).pointer());
        assertTrue(text(merged).contains("{name: 乙村, households: 42, hardened-road: no}"), text(merged));
    }

    @Test
    void parts_of_two_dossiers_are_refused() {
        Questionnaire asked = Questionnaire.complete(
                Given.BOOK, Objects.requireNonNull(Given.BOOK.places().get("620821")), LocalDate.of(2024, 12, 31));
        ReturnedPart one = MERGE.part("甲", Given.HEAD.getBytes(StandardCharsets.UTF_8), asked);
        ReturnedPart other =
                MERGE.part("乙", Given.HEAD.replace("620821", "620822").getBytes(StandardCharsets.UTF_8), asked);
        assertEquals(
                List.of("这些材料的 place 不同，不能合并：620821（甲）、620822（乙）"),
                MERGE.merge(List.of(one, other), asked, "").refusals().stream()
                        .map(Object::toString)
                        .toList());
    }

    private static ReturnedPart part(Questionnaire asked, String from, String figure) {
        return MERGE.part(from, (Given.HEAD + "figures:\n  " + figure + "\n").getBytes(StandardCharsets.UTF_8), asked);
    }

    private static ReturnedPart of2025(Questionnaire asked, String from, String figure) {
        String dossier = Given.HEAD.replace("as-of: 2024", "as-of: 2025") + "figures:\n  " + figure + "\n";
        return MERGE.part(from, dossier.getBytes(StandardCharsets.UTF_8), asked);
    }

    private static String text(DossierMerge.MergedDossier merged) {
        return new String(merged.dossier(), StandardCharsets.UTF_8);
    }
}
