package plancheck.report.keeping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Digest;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.facts.Term;
import plancheck.report.Finding;

/**
 * What the reports of one rule book have in common, each thing with a number. It is kept once; a stored report says a
 * number where it would say the same words as every other. What is in no lexicon a report says in full, so none has to
 * be complete. Safe to share between threads.
 */
public final class Lexicon {
    private final byte[] bytes;
    private final String digest;
    private final List<Object> things;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> rules = new HashMap<>();

    private Lexicon(byte[] bytes, List<Object> things) {
        this.bytes = bytes;
        this.digest = Digest.sha256(bytes);
        this.things = things;
        for (int number = 0; number < things.size(); number++) {
            Object thing = things.get(number);
            if (thing instanceof Finding.Rule rule) {
                rules.put(rule.provision(), number);
            } else {
                numbers.putIfAbsent(thing, number);
            }
        }
    }

    /** The lexicon of these things; the same things in the same order give the same lexicon. */
    public static Lexicon of(
            Collection<Finding.Rule> rules,
            Collection<Relation> relations,
            Collection<Term> terms,
            Collection<Label> labels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            List<StoredJson.LexiconEntry> entries = new ArrayList<>();
            labels.forEach(label -> entries.add(new StoredJson.LexiconEntry(label, null, null, null)));
            terms.forEach(term -> entries.add(new StoredJson.LexiconEntry(null, term, null, null)));
            relations.forEach(relation -> entries.add(new StoredJson.LexiconEntry(null, null, relation, null)));
            rules.forEach(rule -> entries.add(new StoredJson.LexiconEntry(null, null, null, rule)));
            StoredJson.write(entries, StoredWords.ofLexicon(), deflated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Object, Object> own = new HashMap<>();
        List.of(rules, relations, labels).forEach(sort -> sort.forEach(thing -> own.put(thing, thing)));
        // A finding holds the very things given here: to be found the same they then need not be read.
        List<Object> things = new ArrayList<>(read(bytes.toByteArray()).things);
        things.replaceAll(thing -> own.getOrDefault(thing, thing));
        return new Lexicon(bytes.toByteArray(), things);
    }

    /**
     * The lexicon that was kept.
     *
     * @throws StoredReportException when the bytes are no lexicon
     */
    public static Lexicon read(byte[] bytes) {
        try {
            InputStream json = new InflaterInputStream(new ByteArrayInputStream(bytes));
            return new Lexicon(bytes.clone(), StoredJson.things(json));
        } catch (StoredReportException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StoredReportException("damaged lexicon: " + e.getMessage(), e);
        }
    }

    /** For reports that say everything themselves. */
    static Lexicon empty() {
        return new Lexicon(new byte[0], List.of());
    }

    /** As it is kept: compressed JSON. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-256 of the bytes in hexadecimal: the name it is kept under. */
    public String digest() {
        return digest;
    }

    /** By number. */
    List<Object> things() {
        return things;
    }

    /** The number of a label, term, relation or rule; null when it is not in here, or not just so. */
    @Nullable
    Integer number(Object thing) {
        if (!(thing instanceof Finding.Rule rule)) {
            return numbers.get(thing);
        }
        Integer number = rules.get(rule.provision());
        return number != null && things.get(number).equals(rule) ? number : null;
    }
}
