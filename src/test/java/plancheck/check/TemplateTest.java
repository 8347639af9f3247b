package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.DossierReader;
import plancheck.dossier.writing.DossierTemplate;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Project;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** A template asks for exactly the figures that can matter: what the check misses in the blank one, and nothing else. */
class TemplateTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final Pattern KEY = Pattern.compile("(?m)^ {2,4}([A-Za-z][A-Za-z0-9.-]*):|^([a-z-]+):\\n#  - \\{");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^#   ([a-z][a-z0-9-]*)：");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Set<String> HEAD_OF_PROJECT =
            Set.of("code", "sector", "site", "nature", "scale", "start", "completion", "investment", "works", "design");

    @TestFactory
    Stream<DynamicTest> self_assessments() {
        return BOOK.places().values().stream()
                .filter(place -> place.level() == Level.CITY || place.level() == Level.COUNTY)
                .map(place -> DynamicTest.dynamicTest(
                        place.name(), () -> exact(new DossierTemplate(BOOK, place, AS_OF).complete())));
    }

    /** What it leaves out is only encouraged, or due in years to come; what it asks the complete one asks as well. */
    @Test
    void a_county_is_asked_first_what_is_due_in_the_next_years() {
        PlaceName place = Objects.requireNonNull(BOOK.places().get("620821"));
        DossierTemplate template = new DossierTemplate(BOOK, place, AS_OF);
        Set<String> first = asked(template.selfAssessment());
        Set<String> all = asked(template.complete());
        assertEquals(Set.of(), without(first, all));
        Set<String> later = without(all, first);
        assertFalse(later.isEmpty());
        later.stream()
                .flatMap(id -> BOOK.provision(id).stream())
                .forEach(provision -> assertTrue(
                        provision.force() == Force.ENCOURAGE
                                || Objects.requireNonNull(provision.criterion().due())
                                                .getYear()
                                        > 2030,
                        provision.id()));
    }

    @TestFactory
    Stream<DynamicTest> projects() {
        PlaceName place = Objects.requireNonNull(BOOK.places().get("620821"));
        DossierTemplate template = new DossierTemplate(BOOK, place, AS_OF);
        return BOOK.sectors().keySet().stream()
                .flatMap(sector -> Stream.of(Level.COUNTY_SEAT, Level.COUNTY)
                        .map(site -> DynamicTest.dynamicTest(
                                sector + " in " + site.id(), () -> exact(template.project(sector, site)))));
    }

    /** A title is the dossier's own, a unit is written as it is read, and a clause keeps its path. */
    @Test
    void a_template_in_english_has_chinese_only_in_what_is_written_so() {
        PlaceName place = Objects.requireNonNull(BOOK.places().get("620821"));
        DossierTemplate template = new DossierTemplate(BOOK, place, AS_OF, Label::en);
        for (String text : new String[] {template.selfAssessment(), template.project("sewage", Level.COUNTY_SEAT)}) {
            List<String> left = text.lines()
                    .map(line -> line.replaceAll("(, see|unit:|^#|^title:) \\S*\\p{IsHan}\\S*", ""))
                    .filter(line -> CHINESE.matcher(line).find())
                    .toList();
            assertEquals(List.of(), left);
            assertEquals(
                    List.of(),
                    new DossierReader(BOOK)
                            .read(text.getBytes(StandardCharsets.UTF_8))
                            .problems());
        }
    }

    /** Each shipped dossier is a filled-in template: what the template asks is there, though it may be left empty. */
    @TestFactory
    Stream<DynamicTest> shipped_dossiers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-cases/dossiers"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> filledIn(file)));
        }
    }

    private static void filledIn(Path file) throws IOException {
        String text = Files.readString(file);
        Dossier dossier = new DossierReader(BOOK).read(Files.readAllBytes(file)).dossier();
        assertNotNull(dossier);
        DossierTemplate template =
                new DossierTemplate(BOOK, Objects.requireNonNull(BOOK.places().get(dossier.place())), dossier.asOf());
        Project project = dossier.project();
        String blank = project == null
                ? template.selfAssessment()
                : template.project(project.getSector(), Objects.requireNonNull(project.getLevel()));
        Set<String> written = new TreeSet<>();
        Pattern.compile("([A-Za-z][A-Za-z0-9.-]*):").matcher(text).results().forEach(key -> written.add(key.group(1)));
        // A list that is rightly empty has no entry to bear its attributes.
        Set<String> absent = without(asked(blank), written);
        absent.removeIf(id -> isAttributeOfNothing(id, dossier));
        absent.removeIf(id -> isAskedOfNothingHere(id, dossier));
        assertEquals(Set.of(), absent, "asked for by the template, but not in the dossier");
    }

    /** Whether all that ask for it are about what the dossier says there is none of. */
    private static boolean isAskedOfNothingHere(String id, Dossier dossier) {
        List<Provision> asking = BOOK.provisions().stream()
                .filter(p -> p.stageId().equals(id)
                        || p.indicator() != null && p.indicator().id().equals(id))
                .toList();
        return !asking.isEmpty()
                && asking.stream().allMatch(p -> dossier.absences().containsKey(p.feature()));
    }

    private static boolean isAttributeOfNothing(String id, Dossier dossier) {
        Indicator attribute = BOOK.indicators().get(id);
        return attribute != null
                && attribute.of().stream().anyMatch(BOOK.kinds()::containsKey)
                && dossier.items().stream().noneMatch(item -> attribute.of().contains(item.getKind()));
    }

    private static void exact(String template) {
        DossierReading reading = new DossierReader(BOOK).read(template.getBytes(StandardCharsets.UTF_8));
        Dossier dossier = reading.dossier();
        assertNotNull(dossier, reading.problems().toString());
        Set<String> missed = new TreeSet<>();
        Set<String> mayMatter = new TreeSet<>();
        for (Finding finding : new ComplianceCheck(BOOK).check(dossier).findings()) {
            finding.missing().forEach(missing -> missed.add(missing.figure()));
            if (finding.outcome() != Outcome.NOT_APPLICABLE) {
                matters(BOOK.provision(finding.provision()).orElseThrow(), mayMatter);
            }
        }
        Set<String> asked = asked(template);
        assertFalse(asked.isEmpty());
        // What a project says of itself that most have nothing to say of stands in comments.
        missed.removeIf(id -> id.startsWith("project/")
                && (template.contains("\n  # " + id.split("/")[1] + ":")
                        || template.contains("\n  " + id.split("/")[1] + ":")));
        assertEquals(Set.of(), without(missed, asked), "missed by the check, but not asked for");
        Set<String> beside = without(asked, mayMatter);
        beside.removeAll(BOOK.askedEverywhere());
        assertEquals(Set.of(), beside, "asked for, but nothing depends on it");
    }

    /** Figures, answers and stages, lists with their attributes. */
    private static Set<String> asked(String template) {
        Set<String> asked = new TreeSet<>();
        String text = template.replaceAll("(?m)^# figures:\\n(#   .*\\n)*", "");
        Matcher keys = KEY.matcher(text);
        while (keys.find()) {
            asked.add(keys.group(1) == null ? keys.group(2) : keys.group(1));
        }
        Matcher attributes = ATTRIBUTE.matcher(text);
        while (attributes.find()) {
            asked.add(attributes.group(1));
        }
        asked.removeAll(HEAD_OF_PROJECT);
        asked.removeAll(Set.of("parts", "evidence")); // of an answer, wherever they stand
        return asked;
    }

    private static void matters(Provision provision, Set<String> ids) {
        ids.add(provision.id());
        add(provision.indicator(), ids);
        add(provision.total(), ids);
        for (Condition condition : provision.scope().conditions()) {
            if (condition.figure()) {
                add(BOOK.indicators().get(condition.attribute()), ids);
            }
        }
        if (provision.isList()) {
            ids.add(Objects.requireNonNull(BOOK.kinds().get(provision.scope().kind()))
                    .list());
        }
    }

    private static void add(@org.jspecify.annotations.Nullable Indicator indicator, Set<String> ids) {
        if (indicator == null) {
            return;
        }
        ids.add(indicator.id());
        Indicator.Derivation worked = indicator.workedOut();
        if (worked != null) {
            add(BOOK.indicators().get(worked.first()), ids);
            add(BOOK.indicators().get(worked.second()), ids);
        }
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(these);
        return left;
    }
}
