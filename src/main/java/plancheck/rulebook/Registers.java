package plancheck.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plancheck.facts.Label;

/**
 * What the provisions of a rule book are written with.
 *
 * @param indicators by id, in the order of {@code indicators.yaml} and the files of {@code indicators/}, then of the provisions; {@code kinds}, {@code sectors},
 *     {@code rulings}, and {@code places} likewise; {@code plans} from the uppermost down
 * @param features what may be absent from a place, by id
 * @param signs by what each sector is known
 * @param effects by sector, the figures of a place that such a project may change; sectors without an entry may any
 * @param phrases words of the plans in which a numeral counts nothing, such as 一体化
 * @param exemptions where checks of the rules are not right, with the reasons
 * @param wordsOfChecks regular expressions by the kind of fault that is looked for by them
 * @param askedEverywhere ids of indicators that every place is asked, whether or not it is judged by them
 * @param plannedWorks what the plans name and count of works, plan by plan
 * @param bureaus who usually answers what; the first, which puts the dossier together, also what nobody is named for
 * @param figureChecks what figures usually are, and who gives others is asked to explain
 * @param changes what became of provisions from version to version, chapter by chapter
 */
public record Registers(
        Map<String, Indicator> indicators,
        Map<String, ItemKind> kinds,
        Map<String, Label> features,
        Map<String, Label> sectors,
        Map<String, SectorSigns> signs,
        Map<String, List<String>> effects,
        Map<String, Ruling> rulings,
        Map<String, Plan> plans,
        Map<String, PlaceName> places,
        List<String> phrases,
        List<Change> changes,
        List<Exemption> exemptions,
        Map<String, String> wordsOfChecks,
        List<String> askedEverywhere,
        List<PlannedWork> plannedWorks,
        List<Bureau> bureaus,
        List<FigureCheck> figureChecks) {

    /** With what the provisions alone ask for among the indicators. */
    Registers with(List<Provision> provisions) {
        Map<String, Indicator> all = new LinkedHashMap<>(indicators);
        provisions.stream()
                .map(Provision::indicator)
                .filter(Objects::nonNull)
                .forEach(indicator -> all.putIfAbsent(indicator.id(), indicator));
        return new Registers(
                all,
                kinds,
                features,
                sectors,
                signs,
                effects,
                rulings,
                plans,
                places,
                phrases,
                changes,
                exemptions,
                wordsOfChecks,
                askedEverywhere,
                plannedWorks,
                bureaus,
                figureChecks);
    }
}
