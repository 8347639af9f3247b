package plancheck.rulebook;

import java.util.List;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Message;

/**
 * An entry of the gazetteer.
 *
 * @param code GB/T 2260
 * @param parent code of the place above, empty for the province
 * @param townLevel what its town is to the plans: a county seat or the central urban area; its own level when it has none
 * @param townInWords name of that town, empty when it has none
 * @param former what it was before, empty when nothing was changed
 */
public record PlaceName(
        String code,
        Label inWords,
        Level level,
        String parent,
        Level townLevel,
        Label townInWords,
        List<FormerPlace> former) {

    public String name() {
        return inWords.zh();
    }

    public String town() {
        return townInWords.zh();
    }

    public boolean hasTown() {
        return !town().isEmpty();
    }

    /** The name without what it ends in, as in 泾川; the whole name where little would be left. */
    public String shortName() {
        return name().length() > 2 ? name().replaceFirst("[省市县区]$", "") : name();
    }

    /** What is to be said of a name, or of a former code or name, that stands where the code belongs. */
    public Message asWritten(String written) {
        boolean present = List.of(name(), inWords.en(), shortName()).contains(written);
        for (FormerPlace before : present ? List.<FormerPlace>of() : former) {
            if (before.code().equals(written)) {
                return Message.of("rulebook.former-code", written, before.until(), before.inWords(), code, inWords);
            }
            if (before.inWords().zh().equals(written) || before.inWords().en().equals(written)) {
                return Message.of("rulebook.former-name", written, before.until(), code, inWords);
            }
        }
        return Message.of("rulebook.taken-for", written, code, inWords);
    }
}
