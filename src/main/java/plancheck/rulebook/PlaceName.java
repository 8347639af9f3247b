package plancheck.rulebook;

import plancheck.facts.Level;

/**
 * An entry of the gazetteer.
 *
 * @param code GB/T 2260
 * @param parent code of the place above, empty for the province
 * @param townLevel what its town is to the plans: a county seat or the central urban area; its own level when it has none
 * @param town name of that town, empty when it has none
 */
public record PlaceName(String code, String name, Level level, String parent, Level townLevel, String town) {

    public boolean hasTown() {
        return !town.isEmpty();
    }
}
