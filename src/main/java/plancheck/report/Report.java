package plancheck.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Force;
import plancheck.facts.Label;

/**
 * All findings for one dossier: the same for every door, from the same rule book and dossier.
 *
 * @param asOf the date it is judged at: the dossier's own, or a project's completion (ruling R33)
 * @param findings in the plans' order
 * @param notes what was not used of the dossier, or is doubtful in it; mostly empty
 */
public record Report(
        DossierId dossier,
        RuleBookId rulebook,
        LocalDate asOf,
        Verdict verdict,
        List<Finding> findings,
        List<Note> notes) {

    /** Of a dossier of which there is nothing to be noted. */
    public Report(DossierId dossier, RuleBookId rulebook, LocalDate asOf, Verdict verdict, List<Finding> findings) {
        this(dossier, rulebook, asOf, verdict, findings, List.of());
    }

    /** @param digest SHA-256 of the dossier as handed in, in hexadecimal */
    public record DossierId(String id, String title, String kind, String place, String digest) {}

    /** @param digest SHA-256 over the rule book's files, in hexadecimal */
    public record RuleBookId(String version, String digest) {}

    /**
     * The same for people who handed in a workbook: it names cells where it named lines.
     *
     * @param cells line to sheet and cell; a line that has none is left out
     */
    public Report inCells(Map<Integer, Label> cells) {
        return new Report(
                dossier,
                rulebook,
                asOf,
                verdict,
                findings.stream()
                        .map(finding -> finding.with(reason -> reason.inCells(cells)))
                        .toList(),
                notes.stream().map(note -> note.inCell(cells)).toList());
    }

    /** How many findings per outcome; an outcome without findings counts zero. */
    public Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        findings.forEach(finding -> counts.merge(finding.listedUnder(), 1, Integer::sum));
        return counts;
    }

    /** How many of what is kept rests on what (ruling R44); a basis on which nothing rests is left out. */
    public Map<Basis, Integer> passes() {
        Map<Basis, Integer> passes = new EnumMap<>(Basis.class);
        with(Outcome.PASS)
                .forEach(finding ->
                        Optional.ofNullable(finding.basis()).ifPresent(basis -> passes.merge(basis, 1, Integer::sum)));
        return passes;
    }

    /** The rulings that findings rest on, by id and in the order of their numbers; those that do not apply aside. */
    public List<String> citedRulings() {
        return findings.stream()
                .filter(finding -> finding.outcome() != Outcome.NOT_APPLICABLE)
                .flatMap(finding -> finding.rulings().stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** What a project rests on in the plans: for each work that it is, or what else gives it a basis, and for each claim. */
    public List<Finding> bases() {
        return findings.stream()
                .filter(finding -> finding.measured() instanceof Standing)
                .toList();
    }

    /**
     * What a project is to the plans as a whole: against them where it differs from what they say, or where something that they
     * forbid or keep below a line is not kept; else the best basis that was found. Null for anything but a project.
     */
    public @Nullable Standing standing() {
        Set<Standing> found = bases().stream()
                .flatMap(finding -> finding.measured() instanceof Standing standing ? Stream.of(standing) : Stream.of())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Standing.class)));
        if (found.isEmpty()) {
            return null;
        }
        boolean forbidden = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL && finding.force() == Force.MUST)
                .anyMatch(finding -> Boolean.FALSE.equals(finding.required()));
        return forbidden ? Standing.AGAINST : found.iterator().next();
    }

    public List<Finding> with(Outcome outcome) {
        return findings.stream().filter(f -> f.listedUnder() == outcome).toList();
    }
}
