package plancheck.platform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.ProjectContent;
import plancheck.facts.WorkNature;
import plancheck.match.ProjectDescription;

/**
 * What a project's registration suggests for its dossier. Nothing of it is taken without a person, but what the platform says in so
 * many words: name, code, scale, investment and dates.
 *
 * @param name may be empty, which is among the problems
 * @param place code of the county it lies in; empty when none could be read
 * @param alsoIn codes of the others, where it lies in several
 * @param site the level it is likely at; null when nothing tells
 * @param nature null when not said, or in words that are none of ours
 * @param sectors what it may be, the likeliest first; empty when nothing tells
 * @param amounts quantities read from the scale, each with the words
 * @param investment in ten thousand yuan; null when not said
 * @param approval 审批, 核准 or 备案 as written; may be empty
 * @param problems what is wrong with it or was not used, with its row
 */
public record ProjectProposal(
        String name,
        String code,
        String place,
        List<String> alsoIn,
        @Nullable Level site,
        @Nullable WorkNature nature,
        String scale,
        List<SectorGuess> sectors,
        List<ReadAmount> amounts,
        @Nullable BigDecimal investment,
        @Nullable LocalDate start,
        @Nullable LocalDate completion,
        String approval,
        List<Problem> problems) {

    /** @param reasons what it was known by */
    public record SectorGuess(String sector, List<Message> reasons) {}

    /** @param words from which it was read */
    public record ReadAmount(ProjectContent.Amount amount, String words) {}

    /** What it is known to build, with the quantities that were read. */
    public ProjectContent content() {
        return new ProjectContent(
                "",
                scale,
                nature,
                alsoIn,
                Map.of(),
                amounts.stream().map(ReadAmount::amount).toList(),
                start,
                completion,
                List.of());
    }

    /** The likeliest sector. */
    public Optional<String> sector() {
        return sectors.stream().map(SectorGuess::sector).findFirst();
    }

    /** Whether one sector is plainly the likeliest: nothing else was thought of. */
    public boolean isSectorPlain() {
        return sectors.size() == 1;
    }

    /** For finding the works of the plans that it may be. A sector that is only likely is not held against a work. */
    public ProjectDescription described() {
        List<String> places = new ArrayList<>(alsoIn);
        if (!place.isEmpty()) {
            places.add(0, place);
        }
        return new ProjectDescription(
                name, List.copyOf(places), isSectorPlain() ? sectors.get(0).sector() : "", site, scale);
    }
}
