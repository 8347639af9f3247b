package plancheck.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.AnyJdk;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Force;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Operator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

/**
 * Changes each threshold, date and operator of each rule by one step and asks that a case of that rule notices.
 * A rule whose number could be wrong without any case failing is a rule nobody tested.
 */
@AnyJdk
class MutationTest {
    private static final List<String> COMPARISONS = List.of("<", "<=", "==", ">=", ">");

    /** A case whose dossier is read once for all changes. */
    private record Read(TestCase testCase, DossierReading reading) {}

    @TempDir
    private Path directory;

    @Test
    void every_step_in_a_requirement_is_noticed_by_a_case() throws IOException {
        RuleBook book = RuleBooks.shipped();
        DossierReader reader = new DossierReader(book); // which looks at no requirement
        CaseRunner unchanged = new CaseRunner(reader, book);
        Map<String, List<Read>> cases = new HashMap<>();
        cases(book)
                .forEach((id, own) -> cases.put(
                        id,
                        own.stream()
                                .map(one -> new Read(one, unchanged.read(one)))
                                .toList()));
        List<String> unnoticed = new ArrayList<>();
        int count = 0;
        for (Provision provision : book.provisions()) {
            for (CriterionMutants.Mutant mutant : CriterionMutants.of(provision)) {
                boolean dateOfADirection =
                        provision.force() == Force.ENCOURAGE && mutant.change().startsWith("due");
                if (dateOfADirection || asksTheSame(provision, mutant.criterion())) {
                    continue;
                }
                count++;
                RuleBook mutated = book.withProvisions(List.of(provision.with(provision.scope(), mutant.criterion())));
                CaseRunner runner = new CaseRunner(reader, mutated);
                if (cases.getOrDefault(provision.id(), List.of()).stream()
                        .allMatch(
                                one -> runner.run(one.testCase(), one.reading()).isEmpty())) {
                    unnoticed.add(provision.id() + ": " + mutant.change());
                }
            }
        }
        System.out.println(count + " changes of a requirement tried, " + (count - unnoticed.size()) + " noticed");
        assertTrue(count > book.provisions().size(), "changes were tried");
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void every_step_in_a_condition_is_noticed_by_a_case() throws IOException {
        RuleBook book = RuleBooks.shipped();
        RuleBookSources sources = RuleBookSources.read(Path.of("rules"));
        Map<String, List<TestCase>> cases = cases(book);
        List<String> unnoticed = new ArrayList<>();
        int count = 0;
        for (Provision provision : book.provisions()) {
            for (Condition condition : provision.scope().conditions()) {
                for (Map.Entry<String, String> change :
                        conditionMutants(condition).entrySet()) {
                    count++;
                    RuleBook mutated = compiledAlone(sources, provision, change.getKey(), change.getValue());
                    if (!isNoticed(new CaseRunner(mutated), cases.getOrDefault(provision.id(), List.of()))) {
                        unnoticed.add(provision.id() + ": " + change.getKey() + " → " + change.getValue());
                    }
                }
            }
        }
        System.out.println(count + " changes of a condition tried, " + (count - unnoticed.size()) + " noticed");
        assertTrue(count > 0, "changes were tried");
        assertEquals(List.of(), unnoticed);
    }

    /** "About seven parks" is seven parks: no whole number lies within two percent below a number under fifty. */
    private static boolean asksTheSame(Provision provision, Criterion changed) {
        Indicator indicator = provision.indicator();
        boolean whole = indicator != null
                && indicator.unit() != null
                && indicator.unit().isWhole();
        return whole
                && changed.comparison().equals(Optional.of(Operator.ABOUT))
                && provision.criterion().comparison().equals(Optional.of(Operator.AT_LEAST))
                && changed.values().stream().allMatch(value -> value.compareTo(BigDecimal.valueOf(50)) < 0);
    }

    private static Map<String, List<TestCase>> cases(RuleBook book) throws IOException {
        return new CaseFiles(book)
                .read(Path.of("test-cases")).stream().collect(Collectors.groupingBy(TestCase::provision));
    }

    private static boolean isNoticed(CaseRunner runner, List<TestCase> cases) {
        return cases.stream().anyMatch(testCase -> !runner.run(testCase).isEmpty());
    }

    /** What to put in place of what, in the rule's text. */
    private static Map<String, String> conditionMutants(Condition condition) {
        Map<String, String> mutants = new LinkedHashMap<>();
        if (!(condition.operands().get(0) instanceof BigDecimal line)) {
            return mutants;
        }
        String written = condition.operator() + " " + line.toPlainString();
        for (String comparison : COMPARISONS) {
            if (!comparison.equals(condition.operator())) {
                mutants.put(written + "\u0000" + comparison, comparison + " " + line.toPlainString());
            }
        }
        for (int step : new int[] {-1, 1}) {
            mutants.put(
                    written + "\u0000" + step,
                    condition.operator() + " "
                            + CriterionMutants.stepped(line, step).toPlainString());
        }
        return mutants;
    }

    /** What a plan says about several rules has no meaning for one alone. */
    private static String withoutRelations(String yaml) {
        return yaml.replaceFirst("(?s)\nrelations:\n.*?\n(?=\\S)", "\n");
    }

    /** A rule book of this one rule, changed, with everything else as it is. */
    private RuleBook compiledAlone(RuleBookSources sources, Provision provision, String key, String changed)
            throws IOException {
        String written = key.substring(0, key.indexOf('\u0000'));
        String rule = provision.source();
        assertTrue(rule.contains(written), provision.id() + " has " + written);
        Path book = Files.createTempDirectory(directory, "book");
        for (Map.Entry<String, String> file : sources.files().entrySet()) {
            boolean aboutOthers = file.getKey().matches(".*(changes|exceptions|works)\\.yaml");
            if (file.getKey().endsWith(".yaml") && !aboutOthers) {
                write(book.resolve(file.getKey()), withoutRelations(file.getValue()));
            }
        }
        String head = "package provisions\nimport plancheck.facts.*\n\n";
        write(book.resolve(provision.file()), head + rule.replace(written, changed));
        return RuleBooks.of(RuleBookSources.read(book));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
