package plancheck.dossier.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.dossier.checks.FigureQueries;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.reading.Given;
import plancheck.facts.Level;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;

/** What is asked, apart from how it is shown. That it is just what the check needs is shown where the check is. */
class QuestionnaireTest {
    private static final LocalDate AS_OF = LocalDate.of(2024, 12, 31);
    private static final DossierForm FORM = new DossierForm(Given.BOOK);

    @TestFactory
    Stream<DynamicTest> whatever_is_filled_in_is_understood() {
        return questionnaires().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Map<String, List<String>> form =
                            new HashMap<>(entry.getValue().settled());
                    // What follows from other figures is left to follow from them: all of them being 2, it could not be
                    // 2 as well.
                    all(entry.getValue()).stream()
                            .filter(question -> question.workedOutFrom().isEmpty())
                            .forEach(question -> form.put(question.valueField(), List.of(answer(question))));
                    entry.getValue()
                            .lists()
                            .forEach(list -> list.columns()
                                    .forEach(column -> form.put(list.field(0, column), List.of(answer(column)))));
                    DossierReading reading = Given.READER.read(FORM.dossier(form));
                    List<String> said = reading.problems().stream()
                            .filter(problem -> !FigureQueries.isOpen(problem)) // that all are 2 is unusual
                            .map(Problem::toString)
                            .toList();
                    assertEquals(List.of(), said);
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_question_stands_in_one_chapter_of_one_plan() {
        return questionnaires().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Questionnaire asked = entry.getValue();
                    List<String> figures = new ArrayList<>(keys(asked.figures()));
                    asked.figures().stream()
                            .filter(figure -> figure.asks().isEmpty()) // asked everywhere, whoever is judged by it
                            .forEach(figure -> figures.remove(figure.key()));
                    assertEquals(sorted(figures), sorted(keysOf(asked.figureChapters())));
                    assertEquals(sorted(keys(asked.declarations())), sorted(keysOf(asked.declarationChapters())));
                    Stream.concat(asked.figureChapters().stream(), asked.declarationChapters().stream())
                            .forEach(chapter -> assertFalse(chapter.heading().isEmpty(), chapter.number()));
                }));
    }

    private static List<String> sorted(List<String> keys) {
        return keys.stream().sorted().toList();
    }

    /** At most so many that one page shows them, and what the rates and counts are of among them. */
    @Test
    void a_county_is_asked_first_for_what_measures() {
        for (PlaceName place : Given.BOOK.places().values()) {
            if (place.level() == Level.COUNTY) {
                Questionnaire asked = Questionnaire.selfAssessment(Given.BOOK, place, AS_OF);
                List<String> measures = keys(asked.measures());
                assertTrue(measures.size() <= 40, place.name() + " " + measures.size());
                assertTrue(
                        measures.containsAll(List.of("urbanisation-rate", "urban-residents", "residents")),
                        place.name());
                assertEquals(measures, keys(asked.figures()).subList(0, measures.size()));
            }
        }
    }

    @Test
    void a_county_is_asked_for_260_things_at_most_unless_more_is_asked_for() {
        for (PlaceName place : Given.BOOK.places().values()) {
            if (place.level() == Level.COUNTY) {
                int size =
                        Questionnaire.selfAssessment(Given.BOOK, place, AS_OF).size();
                assertTrue(size <= 260, place.name() + " " + size);
                assertTrue(Questionnaire.complete(Given.BOOK, place, AS_OF).size() > size);
            }
        }
    }

    /** What there is none of is asked once, with all that is then not asked. */
    @Test
    void what_may_be_absent_is_asked_once() {
        List<Question> absences = place("620821").absences();
        assertEquals(
                absences.size(), absences.stream().map(Question::key).distinct().count());
        Question coal = absences.stream()
                .filter(absence -> absence.asks().size() > 1)
                .findFirst()
                .orElseThrow();
        assertTrue(
                coal.valueField().startsWith("/not-here/") && coal.valueField().endsWith("/by"));
    }

    @Test
    void a_question_says_who_asks_and_what_for() {
        Question rate = figure(place("620800"), "urbanisation-rate");
        assertEquals(
                List.of("PL-2.3-a 不低于55%（2025年12月31日前），见二/（三）/段2", "用于计算“与全省城镇化率的差距”"),
                rate.asks().stream().map(ask -> ask.inWords().zh()).toList());
        assertEquals("%", rate.unitSymbol());
        assertEquals("/figures/urbanisation-rate/value", rate.valueField());
        assertEquals("/figures/urbanisation-rate/evidence", rate.field("evidence"));
        assertEquals(List.of("urban-residents", "residents"), ids(rate.workedOutFrom()));
    }

    @Test
    void only_a_city_may_give_by_county_what_adds_up() {
        assertTrue(figure(place("620800"), "residents").byCounty());
        assertFalse(figure(place("620800"), "urbanisation-rate").byCounty(), "a share does not add up");
        assertTrue(place("620821").figures().stream().noneMatch(Question::byCounty));
    }

    @Test
    void a_floor_in_every_year_asks_for_every_year() {
        assertTrue(figure(place("620800"), "vegetable-area").yearly());
        assertFalse(figure(place("620800"), "vegetable-output").yearly());
    }

    @Test
    void a_list_with_one_possible_place_does_not_ask_where_an_item_lies() {
        assertEquals(List.of("name", "households"), first(list("villages"), 2));
        assertEquals(List.of("name", "in"), first(list("compounds"), 2));
        assertEquals(
                Set.of("county-seat", "county"),
                list("compounds").columns().get(1).options().keySet());
    }

    /** Whether the rate is given or the two amounts, it is asked once. */
    @Test
    void a_rate_and_what_it_is_worked_out_from_are_one_question_unless_something_else_asks_for_these() {
        Questionnaire asked = place("620821");
        Question sludge = figure(asked, "sludge-harmless-disposal-rate");
        assertEquals(List.of("sludge-harmlessly-disposed", "sludge-produced"), keys(sludge.inputs()));
        assertTrue(keys(asked.figures()).stream().noneMatch(keys(sludge.inputs())::contains));
        assertTrue(keys(asked.allFigures()).containsAll(keys(sludge.inputs())));
        assertEquals(List.of(), figure(asked, "urbanisation-rate").inputs(), "the residents are asked everywhere");
    }

    @Test
    void how_many_items_there_are_is_asked_with_their_list_and_nowhere_else() {
        Questionnaire asked = place("620821");
        Set<String> figures = Set.copyOf(keys(asked.figures()));
        asked.lists().forEach(list -> {
            assertFalse(list.totals().isEmpty(), list.kind().list());
            assertTrue(
                    keys(list.totals()).stream().noneMatch(figures::contains),
                    list.kind().list());
        });
    }

    @Test
    void a_project_is_asked_of_the_place_only_what_its_sector_may_change() {
        Questionnaire road = project("village-road", Level.COUNTY);
        assertEquals(List.of(), road.effects());
        assertEquals(List.of(), road.figures());
        Questionnaire sewage = project("sewage", Level.COUNTY_SEAT);
        assertEquals(
                List.of("county-seat-sewage-treatment-rate", "sludge-harmless-disposal-rate"), keys(sewage.effects()));
        assertEquals("sewage", sewage.project().orElseThrow().sector());
    }

    @Test
    void where_a_project_may_lie_depends_on_the_place() {
        assertEquals(List.of("county-seat", "county"), sites("620821"));
        assertEquals(List.of("central-urban-area", "county"), sites("620802"));
        assertEquals(List.of("central-urban-area"), sites("620800"));
    }

    private static List<String> sites(String code) {
        PlaceName place = Objects.requireNonNull(Given.BOOK.places().get(code));
        Questionnaire asked = Questionnaire.project(Given.BOOK, place, AS_OF, "sewage", place.townLevel());
        return asked.project().orElseThrow().head().stream()
                .filter(question -> question.key().equals("site"))
                .flatMap(question -> question.options().keySet().stream())
                .toList();
    }

    private static Map<String, Questionnaire> questionnaires() {
        Map<String, Questionnaire> all = new LinkedHashMap<>();
        Given.BOOK.places().keySet().forEach(code -> all.put(code, place(code)));
        for (String sector : Given.BOOK.sectors().keySet()) {
            for (Level site : List.of(Level.COUNTY_SEAT, Level.COUNTY)) {
                all.put(sector + " in " + site.id(), project(sector, site));
            }
        }
        return all;
    }

    private static Questionnaire place(String code) {
        PlaceName place = Objects.requireNonNull(Given.BOOK.places().get(code));
        return Questionnaire.selfAssessment(Given.BOOK, place, AS_OF);
    }

    private static Questionnaire project(String sector, Level site) {
        PlaceName place = Objects.requireNonNull(Given.BOOK.places().get("620821"));
        return Questionnaire.project(Given.BOOK, place, AS_OF, sector, site);
    }

    private static ListSection list(String key) {
        return place("620821").lists().stream()
                .filter(list -> list.kind().list().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Question figure(Questionnaire asked, String id) {
        return asked.figures().stream()
                .filter(question -> question.key().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Question> all(Questionnaire asked) {
        List<Question> all = new ArrayList<>(asked.allFigures());
        all.addAll(asked.declarations());
        all.addAll(asked.stages());
        all.addAll(asked.effects());
        asked.project().ifPresent(of -> {
            of.head().stream()
                    .filter(question -> !Set.of("sector", "site").contains(question.key()))
                    .forEach(all::add);
            all.addAll(of.works());
            all.addAll(of.design());
        });
        return all;
    }

    /** Something that may be true. */
    private static String answer(Question question) {
        return switch (question.type()) {
            case NUMBER ->
                Set.of("built", "year").contains(question.key()) ? "2003" : "2"; // 1 % may be meant as a part of one
            case YES_NO, DECLARATION -> "是";
            case CHOICE, STAGE -> question.options().keySet().iterator().next();
            case DATE -> "2025-06-01";
            case TEXT -> question.key().equals("code") ? "2404-620821-04-01-123456" : "甲";
        };
    }

    private static List<String> keys(List<Question> questions) {
        return questions.stream().map(Question::key).collect(Collectors.toList());
    }

    private static List<String> keysOf(List<Chapter> chapters) {
        List<String> keys = chapters.stream()
                .flatMap(chapter -> chapter.questions().stream())
                .map(Question::key)
                .toList();
        assertEquals(keys.size(), new HashSet<>(keys).size(), "a question in two chapters");
        return keys;
    }

    private static List<String> ids(List<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).toList();
    }

    private static List<String> first(ListSection list, int count) {
        return keys(list.columns()).subList(0, count);
    }

    @Test
    void no_project_of_any_sector_is_asked_more_than_thirty_things_anywhere() {
        List<String> more = new ArrayList<>();
        for (String sector : Given.BOOK.sectors().keySet()) {
            for (PlaceName place : Given.BOOK.places().values()) {
                for (Level site : List.of(place.townLevel(), place.level())) {
                    Questionnaire asked =
                            Questionnaire.project(Given.BOOK, place, LocalDate.of(2025, 12, 31), sector, site);
                    int questions = asked.project()
                                    .map(own ->
                                            own.works().size() + own.design().size())
                                    .orElse(0)
                            + asked.declarations().size();
                    if (questions > 30) {
                        more.add(sector + " in " + place.name() + ": " + questions);
                    }
                }
            }
        }
        assertEquals(List.of(), more);
    }
}
