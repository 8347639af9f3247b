package plancheck.report.keeping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What a stored report says by its number: what the lexicon holds, and a label or term that was said before. Labels,
 * terms and reasons are counted in the order in which they begin, after the things of the lexicon; writer and reader
 * count in the same way. Single texts repeat near each other, where compression finds them for less.
 */
final class StoredWords {
    private static final Object UNFINISHED = new Object();

    private final Lexicon lexicon;
    private final boolean all;
    private final Map<Object, Integer> written = new HashMap<>();
    private final List<Object> read;
    private int count;

    private StoredWords(Lexicon lexicon, boolean all) {
        this.lexicon = lexicon;
        this.all = all;
        this.count = lexicon.things().size();
        this.read = new ArrayList<>(lexicon.things());
    }

    /** For a report: what the lexicon does not hold of a rule or a relation is said in full each time. */
    static StoredWords with(Lexicon lexicon) {
        return new StoredWords(lexicon, false);
    }

    /** For a lexicon, whose rules and relations are counted too. */
    static StoredWords ofLexicon() {
        return new StoredWords(Lexicon.empty(), true);
    }

    /** All things read, by number. */
    List<Object> things() {
        return Collections.unmodifiableList(read);
    }

    /** Whether the label or term was written before, and now is by its number; if not, it has its number from here on. */
    boolean isWritten(Object thing, JsonGenerator json) {
        Integer number = lexicon.number(thing);
        if (number == null) {
            number = written.putIfAbsent(thing, count);
        }
        if (number == null) {
            count++;
            return false;
        }
        json.writeNumber(number);
        return true;
    }

    /** Whether the rule or relation is in the lexicon, and now is written by its number. */
    boolean isInLexicon(Object thing, JsonGenerator json) {
        Integer number = lexicon.number(thing);
        if (number == null) {
            count += all ? 1 : 0;
            return false;
        }
        json.writeNumber(number);
        return true;
    }

    /** A reason begins: a first version of the format wrote a repeated one as its number. */
    void passReason() {
        count++;
    }

    Object again(int number) {
        return read.get(number);
    }

    /** The number of a label, term or reason that begins here. */
    int begun() {
        read.add(UNFINISHED);
        return read.size() - 1;
    }

    /** Likewise of a rule or relation; null where they are not counted. */
    @Nullable
    Integer begunInFull() {
        return all ? begun() : null;
    }

    <T> T entered(@Nullable Integer number, T thing) {
        if (number != null) {
            read.set(number, thing);
        }
        return thing;
    }
}
