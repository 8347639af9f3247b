package plancheck.report;

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
import plancheck.facts.Citation;
import plancheck.facts.Digest;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.facts.Term;

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
    private final Map<String, Integer> provisions = new HashMap<>();

    /** What every finding of a provision says, whatever the dossier. */
    public record Provision(
            String id, Label title, Force force, List<Citation> citations, List<String> rulings, String remedy) {

        static Provision of(Finding finding) {
            return new Provision(
                    finding.provision(),
                    finding.title(),
                    finding.force(),
                    finding.citations(),
                    finding.rulings(),
                    finding.remedy());
        }
    }

    private Lexicon(byte[] bytes, List<Object> things) {
        this.bytes = bytes;
        this.digest = Digest.sha256(bytes);
        this.things = things;
        for (int number = 0; number < things.size(); number++) {
            Object thing = things.get(number);
            if (thing instanceof Provision provision) {
                provisions.put(provision.id(), number);
            } else {
                numbers.putIfAbsent(thing, number);
            }
        }
    }

    /** The lexicon of these things; the same things in the same order give the same lexicon. */
    public static Lexicon of(
            Collection<Provision> provisions,
            Collection<Relation> relations,
            Collection<Term> terms,
            Collection<Label> labels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            new ReportEncoder(deflated, empty()).encode(provisions, relations, terms, labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Object, Object> own = new HashMap<>();
        List.of(provisions, relations, labels).forEach(sort -> sort.forEach(thing -> own.put(thing, thing)));
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
            return new Lexicon(bytes.clone(), new ReportDecoder(json, empty()).decodeLexicon());
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

    /** The number of a label, term or relation; null when it is not in here. */
    @Nullable
    Integer number(Object thing) {
        return numbers.get(thing);
    }

    /** The number of what all findings of the provision say; null when this one says something else. */
    @Nullable
    Integer number(Provision provision) {
        Integer number = provisions.get(provision.id());
        return number != null && things.get(number).equals(provision) ? number : null;
    }
}
