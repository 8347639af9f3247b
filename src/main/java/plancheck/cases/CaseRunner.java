package plancheck.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Term;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs cases the way a dossier is checked: through the reader, the rules and the judge, with nothing replaced; what other
 * provisions come to is left open.
 */
public final class CaseRunner {
    private static final JsonMapper JSON = new JsonMapper();
    /** The place that stands for a level in a case. */
    private static final Map<String, String> SAMPLES = Map.of(
            "province", "620000",
            "city", "620800",
            "county", "620821",
            "county-seat", "620821",
            "central-urban-area", "620802",
            "metropolitan-circle", "lanzhou-baiyin");

    private static final int AT_ONCE = 50;

    private final DossierReader reader;
    private final ComplianceCheck check;

    public CaseRunner(RuleBook book) {
        this(new DossierReader(book), book);
    }

    /** For a rule book whose dossiers are read as another's are. */
    CaseRunner(DossierReader reader, RuleBook book) {
        this.reader = reader;
        this.check = new ComplianceCheck(book);
    }

    /** Of each case what differs from what it expects; many are checked in a session, which takes half the time. */
    public List<List<String>> run(List<TestCase> cases) {
        List<List<String>> differences = new ArrayList<>(cases.size());
        for (int from = 0; from < cases.size(); from += AT_ONCE) {
            List<TestCase> some = cases.subList(from, Math.min(cases.size(), from + AT_ONCE));
            List<DossierReading> readings = some.stream().map(this::read).toList();
            List<Dossier> dossiers = new ArrayList<>();
            List<String> provisions = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                Dossier dossier = readings.get(i).dossier();
                if (dossier != null) {
                    dossiers.add(dossier);
                    provisions.add(some.get(i).provision());
                }
            }
            Iterator<List<Finding>> found = check.findings(dossiers, provisions).iterator();
            for (int i = 0; i < some.size(); i++) {
                differences.add(
                        readings.get(i).dossier() == null
                                ? problems(readings.get(i))
                                : differences(some.get(i), found.next()));
            }
        }
        return differences;
    }

    private static List<String> problems(DossierReading reading) {
        return reading.problems().stream().map(Problem::toString).toList();
    }

    /** What differs from what the case expects; empty when it holds. */
    public List<String> run(TestCase testCase) {
        return run(testCase, read(testCase));
    }

    /** The case's dossier: the same for all rule books that ask for the same figures. */
    DossierReading read(TestCase testCase) {
        return reader.read(JSON.writeValueAsBytes(dossier(testCase)));
    }

    /** The same with the case's dossier as it was read already. */
    List<String> run(TestCase testCase, DossierReading reading) {
        Dossier dossier = reading.dossier();
        if (dossier == null) {
            return problems(reading);
        }
        return differences(
                testCase,
                check.findings(List.of(dossier), List.of(testCase.provision())).get(0));
    }

    private static List<String> differences(TestCase testCase, List<Finding> found) {
        List<Finding> findings = found.stream()
                .filter(finding ->
                        isOf(finding, testCase.expect().path("subject").asString("")))
                .filter(finding ->
                        isOfYear(finding, testCase.expect().path("year").asInt(0)))
                .toList();
        // Of a provision for each year, the case is about the year that decides, unless it names one.
        if (findings.isEmpty()
                || findings.size() > 1
                        && findings.stream().map(Finding::due).distinct().count() < findings.size()) {
            return List.of("expected one finding, got "
                    + findings.stream().map(Finding::subject).toList());
        }
        return differences(Collections.min(findings, Comparator.comparing(Finding::outcome)), testCase.expect());
    }

    /** With the year behind it, it is still the same subject. */
    private static boolean isOf(Finding finding, String subject) {
        return finding.subject().zh().equals(subject)
                || finding.subject().zh().startsWith(subject + "（")
                || subject.isEmpty();
    }

    private static boolean isOfYear(Finding finding, int year) {
        LocalDate due = finding.due();
        return year == 0 || due != null && due.getYear() == year;
    }

    private static ObjectNode dossier(TestCase testCase) {
        ObjectNode dossier = JSON.createObjectNode();
        dossier.put("plancheck", 1);
        dossier.put("kind", testCase.given().has("project") ? "project" : "self-assessment");
        dossier.put("id", "case");
        dossier.put("title", testCase.name());
        testCase.given().properties().forEach(e -> dossier.set(e.getKey(), e.getValue()));
        String place = testCase.given().path("place").asString("");
        dossier.put("place", SAMPLES.getOrDefault(place, place));
        return dossier;
    }

    private static List<String> differences(Finding finding, JsonNode expect) {
        List<String> differences = new ArrayList<>();
        expect.properties().forEach(e -> {
            Object actual = actual(finding, e.getKey());
            if (!same(actual, e.getValue())) {
                differences.add(e.getKey() + ": expected " + e.getValue() + ", got " + actual);
            }
        });
        if (!differences.isEmpty()) {
            differences.add("because: " + finding.because());
        }
        return differences;
    }

    private static @Nullable Object actual(Finding finding, String key) {
        return switch (key) {
            case "outcome" -> finding.outcome();
            case "measured" -> finding.measured();
            case "required" -> finding.required();
            case "margin" -> finding.margin();
            case "due" -> finding.due();
            case "year" -> Objects.requireNonNull(finding.due()).getYear();
            case "unit" -> finding.unit();
            case "basis" -> finding.basis();
            case "subject" -> finding.subject();
            case "missing" -> finding.missing().stream().map(Missing::figure).toList();
            case "left" -> finding.left();
            case "question" -> finding.question();
            case "behind" -> Objects.requireNonNull(finding.progress()).behind();
            default -> "unknown key";
        };
    }

    private static boolean same(@Nullable Object actual, JsonNode expected) {
        if (actual instanceof List<?> list) {
            TreeSet<String> wanted = new TreeSet<>();
            expected.forEach(n -> wanted.add(n.asString()));
            return new TreeSet<>(list.stream().map(Object::toString).toList()).equals(wanted);
        }
        if (actual instanceof BigDecimal number) {
            return expected.isNumber() && number.compareTo(new BigDecimal(expected.asString())) == 0;
        }
        if (actual == null) {
            return expected.isNull();
        }
        return expected.asString().equals(actual instanceof Term term ? term.id() : actual.toString());
    }
}
