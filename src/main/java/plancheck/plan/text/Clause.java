package plancheck.plan.text;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Digest;

/** The smallest unit of a plan that rules cite. */
public final class Clause {
    private final String path;
    private final String heading;
    private final String text;
    private final int line;
    /** Made when first asked for: a thousand anchors are looked for in some hundreds of clauses. */
    private volatile @Nullable Bare bare;

    private volatile @Nullable String fingerprint;

    /**
     * @param path for example {@code 三/（二）/专栏2/2/二是}; unique within its plan
     * @param heading the title of a chapter, section, item, box or figure, without its number; empty for other units
     * @param text the whole text of the unit itself, number and heading included, without that of the units below it;
     *     paragraphs are separated by line breaks
     * @param line where it begins in the file it was read from, counted from 1
     */
    public Clause(String path, String heading, String text, int line) {
        this.path = path;
        this.heading = heading;
        this.text = text;
        this.line = line;
    }

    public String path() {
        return path;
    }

    public String heading() {
        return heading;
    }

    public String text() {
        return text;
    }

    public int line() {
        return line;
    }

    /** A part of a clause's text, from {@code start} up to but not including {@code end}. */
    public record Span(int start, int end) {}

    /** Twelve hexadecimal digits that change with any word or digit of the text, but not with its punctuation. */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Digest.sha256(bare().text().getBytes(StandardCharsets.UTF_8))
                    .substring(0, 12);
            fingerprint = known;
        }
        return known;
    }

    private Bare bare() {
        Bare known = bare;
        if (known == null) {
            known = Bare.of(text);
            bare = known;
        }
        return known;
    }

    /** Whether the words stand in the clause, to the letter but for punctuation and blanks; no words stand nowhere. */
    public boolean contains(String anchor) {
        return mark(anchor).isPresent();
    }

    /** Where the words first stand in {@link #text}, to be marked for a reader; empty when nowhere. */
    public Optional<Span> mark(String anchor) {
        Bare whole = bare();
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Clause clause
                && clause.line == line
                && clause.path.equals(path)
                && clause.heading.equals(heading)
                && clause.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, heading, text, line);
    }

    @Override
    public String toString() {
        return path + " (" + line + "): " + text;
    }
}
