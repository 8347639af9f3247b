package plancheck.collect;

import java.util.List;
import plancheck.facts.Label;
import plancheck.facts.Message;

/**
 * Something to which two parts give different answers.
 *
 * @param pointer of it in the dossier, such as {@code /figures/residents} or {@code /villages/张家湾/households}
 * @param what it is called
 * @param versions each different answer with who gave it, in an order that does not depend on who was first
 * @param taken the one that stands in the merged dossier; empty where nobody has decided
 */
public record Conflict(String pointer, Label what, List<Version> versions, String taken) {

    /** @param from all who say the same */
    public record Version(String answer, List<String> from) {
        private Message inWords() {
            return Message.of("collect.version", answer, from);
        }
    }

    /** What differs, who says what, and which was taken. */
    public Message inWords() {
        List<Message> said = versions.stream().map(Version::inWords).toList();
        return taken.isEmpty()
                ? Message.of("collect.differs", what, said)
                : Message.of("collect.differs-and-taken", what, said, taken);
    }
}
