package plancheck.rulebook;

import plancheck.facts.Label;
import plancheck.facts.Level;

/**
 * An entry of the gazetteer.
 *
 * @param code GB/T 2260
 * @param parent code of the place above, empty for the province
 * @param townLevel what its town is to the plans: a county seat or the central urban area; its own level when it has none
 * @param townInWords name of that town, empty when it has none
 */
public record PlaceName(String code, Label inWords, Level level, String parent, Level townLevel, Label townInWords) {

    public String name() {
        return inWords.zh();
    }

    public String town() {
        return townInWords.zh();
    }

    public boolean hasTown() {
        return !town().isEmpty();
    }
}
