package plancheck.report.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plancheck.facts.Citation;
import plancheck.report.Finding;
import plancheck.report.Reason;

/** The provisions that do not bind, put shortly: most of them are for other levels or for projects. */
final class UnboundProvisions {
    /** So many provisions that do not apply for one reason are listed one by one, more by clause. */
    private static final int FEW = 20;

    private final Wording wording;

    UnboundProvisions(Wording wording) {
        this.wording = wording;
    }

    /**
     * Provisions that are ruled out by the same.
     *
     * @param count how many findings
     * @param entries one for each, or one for each clause where there are many
     */
    record Group(String reason, int count, List<String> entries) {}

    List<Group> groups(List<Finding> findings) {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Reason last = finding.because().get(finding.because().size() - 1);
            groups.computeIfAbsent(wording.say(last), reason -> new ArrayList<>())
                    .add(finding);
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue().size(), entries(group.getValue())))
                .toList();
    }

    private List<String> entries(List<Finding> findings) {
        return findings.size() > FEW
                ? byClause(findings)
                : findings.stream().map(this::entry).toList();
    }

    private String entry(Finding finding) {
        String clauses = finding.citations().stream()
                .map(Citation::clause)
                .distinct()
                .collect(Collectors.joining(wording.say("mark.list")));
        return finding.provision() + " " + wording.say(finding.title()) + bracketed(clauses);
    }

    /** One line for each clause, with its provisions' letters; what they are says {@code explain}. */
    private List<String> byClause(List<Finding> findings) {
        Map<String, List<String>> letters = new LinkedHashMap<>();
        Map<String, String> clauses = new LinkedHashMap<>();
        for (Finding finding : findings) {
            int dash = finding.provision().lastIndexOf('-') + 1;
            String clause = finding.provision().substring(0, dash);
            letters.computeIfAbsent(clause, c -> new ArrayList<>())
                    .add(finding.provision().substring(dash));
            clauses.putIfAbsent(clause, finding.citations().get(0).clause());
        }
        List<String> entries = new ArrayList<>();
        letters.forEach((clause, those) -> entries.add(
                clause + String.join(wording.say("mark.list"), those) + bracketed(clauses.getOrDefault(clause, ""))));
        return entries;
    }

    private String bracketed(String inner) {
        return wording.say("mark.brackets", inner);
    }
}
