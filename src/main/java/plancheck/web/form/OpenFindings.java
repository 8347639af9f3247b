package plancheck.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plancheck.facts.Label;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.rulebook.Bureau;

/**
 * The findings that wait for one bureau's answers.
 *
 * @param bureau what it is called
 * @param findings in the order of the plans
 */
record OpenFindings(Label bureau, List<Finding> findings) {

    /**
     * Each finding with the bureau that answers the first of what is missing, or else the duty itself; with the first bureau what none
     * is named for.
     *
     * @param bureaus in the rule book's order; where there are none, nothing is grouped
     */
    static List<OpenFindings> of(List<Finding> findings, List<Bureau> bureaus) {
        Map<Label, List<Finding>> byBureau = new LinkedHashMap<>();
        bureaus.forEach(bureau -> byBureau.put(bureau.name(), new ArrayList<>()));
        for (Finding finding : findings) {
            answering(finding, bureaus)
                    .map(Bureau::name)
                    .limit(1)
                    .forEach(name -> byBureau.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(finding));
        }
        return byBureau.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new OpenFindings(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static Stream<Bureau> answering(Finding finding, List<Bureau> bureaus) {
        Stream<Bureau> named = Stream.concat(
                        finding.missing().stream().map(Missing::figure), Stream.of(finding.provision()))
                .flatMap(
                        id -> bureaus.stream().filter(bureau -> bureau.answers().contains(id)));
        return Stream.concat(named, bureaus.stream());
    }
}
