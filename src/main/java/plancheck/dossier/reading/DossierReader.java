package plancheck.dossier.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.checks.Contradictions;
import plancheck.dossier.checks.FigureQueries;
import plancheck.facts.Digest;
import plancheck.facts.Label;
import plancheck.rulebook.RuleBook;

/**
 * Reads dossiers in YAML or JSON. Never throws for what stands in a dossier: everything wrong with it comes back at
 * once, with its line and what to do. Safe to share between threads.
 */
public final class DossierReader {
    private final RuleBook book;
    private final Shape.Fields format;
    private final UnboundAnswers notBinding;
    private final Contradictions contradictions;
    private final FigureQueries queries;
    private final FormerAnswers formerAnswers;

    public DossierReader(RuleBook book) {
        this.book = book;
        this.format = new DossierFormat(book).root();
        this.notBinding = new UnboundAnswers(book);
        this.contradictions = new Contradictions(book);
        this.queries = new FigureQueries(book);
        this.formerAnswers = new FormerAnswers(book);
    }

    /** @throws IOException when the file cannot be read at all */
    public DossierReading read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > SourceText.MAX_BYTES) {
            return DossierReading.unreadable(List.of(SourceText.tooLarge(size)));
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream); // what is no ordinary file may go on for ever, whatever its size says
        }
    }

    /** Reads a stream to its end, but no further than a dossier may be long. */
    public DossierReading read(InputStream stream) throws IOException {
        return read(stream.readNBytes((int) SourceText.MAX_BYTES + 1));
    }

    public DossierReading read(byte[] bytes) {
        return read(bytes, Map.of());
    }

    /**
     * Reads a dossier as if other values stood in it.
     *
     * @param supposed values by indicator id, by a named project's provision id, or by {@code list.name.attribute}
     */
    public DossierReading read(byte[] bytes, Map<String, String> supposed) {
        Problems problems = new Problems();
        String text = SourceText.decode(bytes, problems);
        Node written = text == null ? null : new NodeParser(problems).parse(text);
        return read(written, Digest.sha256(bytes), supposed, problems);
    }

    /** @param handedIn null when it could not be parsed, which is then among the problems */
    public DossierReading read(
            @Nullable Node handedIn, String digest, Map<String, String> supposed, Problems problems) {
        if (handedIn == null) {
            return DossierReading.unreadable(problems.inOrder());
        }
        Node entries = formerAnswers.without(new TotalRows(book, problems).without(handedIn), problems);
        Node current = new CurrentPlaces(book, problems).apply(entries);
        Node supposedIn = new NodeEdit(book, problems).apply(current, supposed);
        WrittenValues written = new WrittenValues(problems);
        Node root = written.apply(supposedIn, format);
        new ShapeCheck(problems).check(root, format, Label.of(""));
        notBinding.in(root).forEach(problems::add);
        new EvidenceNotes(problems).in(root);
        DossierBinder whole = new DossierBinder(book, contradictions, queries, root, problems);
        Dossier dossier = whole.bind(digest);
        if (!problems.hasErrors()) {
            return reading(dossier, problems, whole, written);
        }
        Node left = new ReadablePart(book, problems.wrong()).of(root);
        DossierBinder part =
                new DossierBinder(book, contradictions, queries, left, new Problems()); // nothing is said twice
        return reading(part.bind(digest), problems, part, written);
    }

    /** The same with every value as the format has it, where what was written says which it is; the rest as it stands. */
    public Node inFormat(Node handedIn) {
        Problems unsaid = new Problems();
        return new WrittenValues(unsaid).apply(new CurrentPlaces(book, unsaid).apply(handedIn), format);
    }

    private static DossierReading reading(
            @Nullable Dossier dossier, Problems problems, DossierBinder binder, WrittenValues written) {
        List<Problem> said = problems.inOrder();
        return new DossierReading(
                dossier == null ? null : dossier.with(said),
                said,
                binder.lacking(),
                problems.wrong(),
                written.understood());
    }
}
