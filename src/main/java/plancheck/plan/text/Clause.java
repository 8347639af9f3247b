package plancheck.plan.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plancheck.facts.Digest;

/**
 * The smallest unit of a plan that rules cite.
 *
 * @param path for example {@code 三/（二）/专栏2/2/二是}; unique within its plan
 * @param heading the title of a chapter, section, item, box or figure, without its number; empty for other units
 * @param text the whole text of the unit itself, number and heading included, without that of the units below it;
 *     paragraphs are separated by line breaks
 * @param line where it begins in the file it was read from, counted from 1
 */
public record Clause(String path, String heading, String text, int line) {

    /** A part of a clause's text, from {@code start} up to but not including {@code end}. */
    public record Span(int start, int end) {}

    /** Twelve hexadecimal digits that change with any word or digit of the text, but not with its punctuation. */
    public String fingerprint() {
        byte[] bare = Bare.of(text).text().getBytes(StandardCharsets.UTF_8);
        return Digest.sha256(bare).substring(0, 12);
    }

    /** Whether the words stand in the clause, to the letter but for punctuation and blanks; no words stand nowhere. */
    public boolean contains(String anchor) {
        return mark(anchor).isPresent();
    }

    /** Where the words first stand in {@link #text}, to be marked for a reader; empty when nowhere. */
    public Optional<Span> mark(String anchor) {
        Bare whole = Bare.of(text);
        Bare sought = Bare.of(anchor);
        int at = whole.find(sought);
        return at < 0
                ? Optional.empty()
                : Optional.of(new Span(
                        whole.positions()[at],
                        whole.positions()[at + sought.text().length() - 1] + 1));
    }

    /** The path of the unit above, empty for a chapter. */
    public String parent() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
