package plancheck.web.project;

import java.util.ArrayList;
import java.util.List;
import plancheck.dossier.Problem;
import plancheck.facts.Level;
import plancheck.facts.WorkNature;
import plancheck.platform.ProjectProposal;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/**
 * What was understood of a project, to be confirmed or changed by a person.
 *
 * @param said what stands in the fields of the page
 * @param proposal what was read, with reasons
 * @param isPlaceChosen whether somebody has chosen the place, so that it was read from nothing
 * @param works that it may be, the likeliest first
 * @param kinds of works that it is one of, where the plans call for them there
 */
record UnderstoodProject(
        SentProject said,
        ProjectProposal proposal,
        boolean isPlaceChosen,
        List<PossibleWork> works,
        List<PossibleWork> kinds,
        RuleBook book) {
    /** So many empty rows follow what was read. */
    private static final int SPARE = 2;

    private static final int MOST_AMOUNTS = 30;

    /**
     * A row for a quantity.
     *
     * @param words from which it was read; empty when somebody has typed it
     */
    record AmountRow(String name, String of, String value, String unit, String words) {}

    public String value(String name) {
        return said.value(name);
    }

    public boolean isAlsoIn(String code) {
        return said.alsoIn().contains(code);
    }

    /** The counties that the project may lie in besides its own. */
    public List<PlaceName> counties() {
        return book.places().values().stream()
                .filter(place -> place.level() == Level.COUNTY)
                .toList();
    }

    public WorkNature[] natures() {
        return WorkNature.values();
    }

    /** Whether the sector that is chosen is one of those that were thought of. */
    public boolean isGuessed() {
        return proposal.sectors().stream().anyMatch(guess -> guess.sector().equals(said.sector()));
    }

    /** Whether the name tells the place; else the field for it does. */
    public boolean isPlaceInName() {
        PlaceName place = book.places().get(value("/place"));
        return place != null && value("/title").contains(place.shortName());
    }

    public List<AmountRow> amounts() {
        List<AmountRow> rows = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < MOST_AMOUNTS; i++) {
            AmountRow row = row(i);
            rows.add(row);
            if (!row.of().isEmpty() || !row.value().isEmpty() || !row.unit().isEmpty()) {
                last = i;
            }
        }
        return rows.subList(0, Math.min(MOST_AMOUNTS, last + 1 + SPARE));
    }

    private AmountRow row(int number) {
        String name = "/project/amounts/" + number;
        String value = value(name + "/value");
        String unit = value(name + "/unit");
        String words = proposal.amounts().stream()
                .filter(read -> read.amount().value().toPlainString().equals(value)
                        && read.amount().unit().equals(unit))
                .map(ProjectProposal.ReadAmount::words)
                .findFirst()
                .orElse("");
        return new AmountRow(name, value(name + "/of"), value, unit, words);
    }

    /** What is wrong with what was sent, and what was left out of it. */
    public List<Problem> problems() {
        return proposal.problems();
    }
}
