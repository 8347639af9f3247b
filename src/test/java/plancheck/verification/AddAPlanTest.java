package plancheck.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.cases.CaseCoverage;
import plancheck.cases.CaseFiles;
import plancheck.cases.CaseRunner;
import plancheck.cases.TestCase;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Relation;
import plancheck.plan.store.PlanStore;
import plancheck.plan.text.PlanText;
import plancheck.report.Finding;
import plancheck.report.Progress;
import plancheck.report.Report;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

/**
 * What {@code src/docs/add-a-plan.md} says is done as it says, below a copy of the rules: a third plan is its files, and no line
 * of Java knows it. Its text is made up, so this runs where the official texts are absent.
 */
class AddAPlanTest {
    private static final String ID = "chongxin";
    private static final String RATE = "CX-1.1-1-a";
    private static final String DUTY = "CX-2.1-B1-1-a";

    private static final String DOCUMENT = read(Path.of("src/docs/add-a-plan.md"));
    private static final String RAW = blocks("text").get(0);

    @TempDir
    static Path folder;

    private static Path rules = Path.of("");
    private static RuleBookSources sources = RuleBookSources.read(Path.of("rules"));
    private static RuleBook book = RuleBooks.shipped();
    private static PlanText text = new PlanText(List.of());

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks that are called so. */
    private static List<String> blocks(String name) {
        return Pattern.compile("(?s)```" + name + "\n(.*?)```")
                .matcher(DOCUMENT)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    @BeforeAll
    static void done_as_the_document_says() throws IOException {
        rules = folder.resolve("rules");
        for (Map.Entry<String, String> file : sources.files().entrySet()) {
            write(file.getKey(), file.getValue());
        }
        String plan = blocks("yaml plan")
                .get(0)
                .replace("clauses: []\n", blocks("yaml register").get(0));
        write(ID + "/plan.yaml", plan);
        write(
                "rulings.yaml",
                sources.files().get("rulings.yaml") + blocks("yaml ruling").get(0));
        write(ID + "/1/CX-1.1-1.drl", blocks("drl").get(0));
        write(ID + "/2/CX-2.1-B1-1.drl", blocks("drl").get(1));
        sources = RuleBookSources.read(rules);
        book = RuleBooks.of(sources);
        text = PlanText.parse(RAW, plan(book).numbering());
    }

    private static Plan plan(RuleBook of) {
        return Objects.requireNonNull(of.plans().get(ID));
    }

    private static void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static List<String> problems(RuleBookSources changed, Map<String, PlanText> texts) {
        RuleBook read = RuleBooks.of(changed);
        return new RuleVerification(read, texts)
                .problems(plan(read)).stream().map(RuleBookProblem::toString).toList();
    }

    @Test
    void the_plan_stands_below_the_ones_it_is_subordinate_to() {
        assertEquals(List.of("gansu", "pingliang", ID), List.copyOf(book.plans().keySet()));
        assertEquals(
                List.of(ID, "pingliang", "gansu"),
                book.provisions().stream().map(Provision::plan).distinct().toList());
    }

    @Test
    void the_text_is_split_by_its_own_numbering_into_paths_like_any_plans() {
        assertEquals(
                List.of("文首", "一", "一/（一）", "一/（一）/1", "二", "二/（一）", "二/（一）/1", "二/（一）/专栏1", "二/（一）/专栏1/1"),
                text.clauses().stream().map(clause -> clause.path()).toList());
        assertEquals("总体要求", text.clause("一").orElseThrow().heading());
    }

    @Test
    void the_register_is_written_from_the_text_and_keeps_reasons_and_what_follows_it() {
        String plan = read(rules.resolve(ID).resolve("plan.yaml"));
        String bare = plan.replaceAll("(?m), cover: .* }$", " }");
        String fresh = blocks("yaml plan").get(0);
        assertEquals(bare, Register.regenerated(fresh, text));
        String longer = plan + "# 说明\nsentences: []\n";
        assertEquals(longer, Register.regenerated(longer, text));
    }

    @Test
    void the_text_bears_out_all_of_the_plan_and_no_number_of_it_is_left() {
        assertEquals(List.of(), problems(sources, Map.of(ID, text)));
        assertEquals(List.of(), new RuleVerification(book, Map.of(ID, text)).numbersLeft());
    }

    @Test
    void no_digit_of_its_rules_or_of_its_plan_can_be_changed_unnoticed() {
        DigitMutations mutations = new DigitMutations(sources, Map.of(ID, text));
        assertEquals(List.of(), mutations.unnoticedInRules(ID + "/"));
        assertEquals(List.of(), mutations.unnoticedInPlan(ID, 1));
    }

    @Test
    void another_base_year_horizon_or_date_than_the_texts_is_reported() {
        String yaml = sources.files().getOrDefault(ID + "/plan.yaml", "");
        for (String[] slip : List.of(
                new String[] {"base-year: 2022", "base-year: 2021", "2022年不在标题中"},
                new String[] {"horizon: 2027", "horizon: 2028", "2028年不在标题中"},
                new String[] {"{ ruling: R45 }", "{ due: 2026, ruling: R45 }", "undated 中都没有依据"},
                new String[] {"{ ruling: R45 }", "{ words: 尽快, ruling: R45 }", "undated 中都没有依据"})) {
            assertTrue(yaml.contains(slip[0]), slip[0]);
            List<String> problems =
                    problems(sources.with(ID + "/plan.yaml", yaml.replace(slip[0], slip[1])), Map.of(ID, text));
            assertTrue(problems.stream().anyMatch(p -> p.contains(slip[2])), slip[1] + problems);
        }
    }

    @Test
    void its_cases_pass_and_no_kind_of_case_is_missing() {
        List<TestCase> cases = new ArrayList<>();
        new CaseFiles(book).read(ID + "/1/CX-1.1-1.yaml", blocks("yaml cases").get(0), cases);
        new CaseFiles(book)
                .read(ID + "/2/CX-2.1-B1-1.yaml", blocks("yaml cases").get(1), cases);
        assertEquals(14, cases.size());
        List<Provision> own = book.provisions().stream()
                .filter(provision -> provision.plan().equals(ID))
                .toList();
        assertEquals(Map.of(), new CaseCoverage(book, cases).lacking(own));
        CaseRunner runner = new CaseRunner(book);
        cases.forEach(each -> assertEquals(List.of(), runner.run(each), each.name()));
    }

    private static Finding finding(String provision, String figures) {
        String written = """
                plancheck: 1
                kind: self-assessment
                id: d
                title: 示例
                place: "620823"
                as-of: 2026-12-31
                """ + figures + "\n";
        DossierReading reading = new DossierReader(book).read(written.getBytes(StandardCharsets.UTF_8));
        Dossier dossier = reading.dossier();
        assertNotNull(dossier, reading.problems().toString());
        Report report = new ComplianceCheck(book).check(dossier);
        return report.findings().stream()
                .filter(finding -> finding.provision().equals(provision))
                .findFirst()
                .orElseThrow();
    }

    private static Progress progress(String figures) {
        return Objects.requireNonNull(finding(RATE, figures).progress());
    }

    @Test
    void progress_runs_from_its_own_base_year_to_its_own_date() {
        Progress own = progress("figures: { urbanisation-rate: 41 }");
        assertEquals(2022, own.baselineYear());
        assertEquals(0, own.baseline().compareTo(new BigDecimal("38.5")));
        Progress given =
                progress("figures: { urbanisation-rate: { unit: \"%\", series: { 2020: 30, 2022: 38, 2026: 41 } } }");
        assertEquals(0, given.baseline().compareTo(new BigDecimal("38")));
    }

    @Test
    void what_has_no_date_is_due_by_its_own_ruling_at_its_own_horizon() {
        Finding duty = finding(DUTY, "declarations: { " + DUTY + ": { answer: no } }");
        assertEquals(LocalDate.of(2027, 12, 31), duty.due());
        assertEquals(List.of("R36", "R45"), duty.rulings());
    }

    @Test
    void findings_cite_it_and_its_text_is_recognised_kept_and_quoted() throws IOException {
        PlanStore store = new PlanStore(folder.resolve("home"), book.knownPlans());
        assertEquals(ID, store.add("无名.txt", RAW.getBytes(StandardCharsets.UTF_8)));
        Finding rate = finding(RATE, "figures: { urbanisation-rate: 41 }");
        assertEquals("崇信县山村建设规划（2023—2027年）", rate.citations().get(0).document().zh());
        assertTrue(store.quoted(rate.citations().get(0)).orElseThrow().marked().contains("【到2027年达到45%左右】"));
    }

    @Test
    void it_is_compared_with_both_other_plans_and_they_with_it() {
        List<Relation> relations = book.provision(RATE).orElseThrow().relations();
        List<String> others = relations.stream().map(Relation::other).toList();
        assertTrue(others.containsAll(List.of("PL-2.3-a", "PL-2.3-g", "GS-2.3-b", "GS-2.3-g")), others.toString());
        relations.forEach(relation -> assertEquals("R13", relation.ruling()));
        Stream.of("PL-2.3-a", "GS-2.3-b")
                .forEach(id -> assertTrue(book.provision(id).orElseThrow().relations().stream()
                        .anyMatch(relation -> relation.other().equals(RATE))));
    }
}
