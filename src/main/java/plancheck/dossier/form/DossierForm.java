package plancheck.dossier.form;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Node;
import plancheck.dossier.Pointer;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.reading.CurrentPlaces;
import plancheck.dossier.reading.DossierFormat;
import plancheck.dossier.reading.DossierReader;
import plancheck.dossier.reading.NodeParser;
import plancheck.dossier.reading.Shape;
import plancheck.dossier.reading.SourceText;
import plancheck.dossier.writing.DossierTemplate;
import plancheck.dossier.writing.DossierYaml;
import plancheck.facts.Digest;
import plancheck.rulebook.RuleBook;

/**
 * A dossier as the fields of a form, and back. A field's name is the JSON pointer of what it holds, such as
 * {@code /figures/urbanisation-rate/value}, {@code /declarations/PL-4.2-2-d/evidence} or {@code /villages/0/name}.
 *
 * <p>Every value of a dossier has a field of its own, also series, values by county and what nobody knows: a page that
 * carries along the fields it has no input for loses nothing but comments. After filling in, show the fields of the
 * dossier that was written, not those that were sent: rows are counted anew when empty ones fall away. Safe to share
 * between threads.
 */
public final class DossierForm {
    /** Where the answer stands below a mapping. */
    private static final List<String> ANSWERS = List.of("", "/value", "/answer", "/stage", "/by", "/name");

    private final RuleBook book;
    private final Shape.Fields format;
    private final DossierReader reader;

    public DossierForm(RuleBook book) {
        this.book = book;
        this.format = new DossierFormat(book).root();
        this.reader = new DossierReader(book);
    }

    /**
     * What is in a dossier, by the name of the field.
     *
     * @param values documents of evidence stand in one value, a line each; mostly there is one value to a field
     * @param problems why the text, or part of it, could not be read; what the reader would say besides is not among them
     */
    public record Fields(Map<String, List<String>> values, List<Problem> problems) {}

    /**
     * What was filled in, written and read once.
     *
     * @param dossier as {@link DossierForm#dossier} writes it
     * @param values the fields as the dossier has them: a year and a unit to each figure
     * @param reading its figures and problems have no lines: nobody who fills in a form knows them
     */
    public record FilledForm(byte[] dossier, Map<String, List<String>> values, DossierReading reading) {}

    /** Writes what was filled in and reads it; rows are counted anew when empty ones fall away. */
    public FilledForm read(Map<String, List<String>> fields) {
        byte[] dossier = dossier(fields);
        return read(fields, dossier, dossier);
    }

    /** The same, but all rows keep the numbers of their fields: for a page that goes on showing the empty ones. */
    public FilledForm readAsNumbered(Map<String, List<String>> fields) {
        FormWriter writer = new FormWriter(format, true);
        byte[] numbered = writer.write(FormTree.of(fields)).getBytes(StandardCharsets.UTF_8);
        return read(fields, writer.hasGaps() ? dossier(fields) : numbered, numbered);
    }

    private FilledForm read(Map<String, List<String>> fields, byte[] dossier, byte[] numbered) {
        Problems problems = new Problems();
        String text = SourceText.decode(numbered, problems);
        Node root = text == null ? null : new NodeParser(problems, false).parse(text);
        Map<String, List<String>> values = root == null ? fields : values(root, new Problems());
        return new FilledForm(dossier, values, reader.read(root, Digest.sha256(dossier), Map.of(), problems));
    }

    /**
     * The dossier of what was filled in: JSON in UTF-8. Never throws for what stands in a field, and judges nothing: what
     * is wrong is left for {@link DossierReader} to say.
     *
     * <p>Names that do not begin with {@code /} are none of the dossier's. Blank fields are left out, and with them rows
     * and figures of which nothing else is left. Documents of evidence are parted by lines or {@code ；}. A figure without
     * unit is in the indicator's, without year of the year it is judged at. Numbers become numbers where the dossier has
     * numbers; anything else stays as typed. What cannot stand where its name says stands under that whole name at the
     * end, so that the reader objects to it.
     */
    public byte[] dossier(Map<String, List<String>> fields) {
        return new FormWriter(format, false).write(FormTree.of(fields)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The same dossier to be read and filled in further by hand: YAML in UTF-8, in the order of the
     * {@link DossierTemplate}, with what is asked as comments.
     *
     * @param dossier as {@link #dossier} has written it
     * @param asked of its place and kind
     */
    public static byte[] yaml(byte[] dossier, Questionnaire asked) {
        Node root = new NodeParser(new Problems()).parse(new String(dossier, StandardCharsets.UTF_8));
        return root == null ? dossier : new DossierYaml(asked).write(root).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The dossier of what was filled in with every value as the format has it, as far as what was filled in says which it is: YAML in
     * UTF-8, in the order of the {@link DossierTemplate}.
     *
     * @param asked of its place and kind
     */
    public byte[] inFormat(Map<String, List<String>> fields, Questionnaire asked) {
        Node root = new NodeParser(new Problems()).parse(new String(dossier(fields), StandardCharsets.UTF_8));
        Node written = root == null ? Node.empty(0, Pointer.ROOT) : reader.inFormat(root);
        return new DossierYaml(asked).write(written).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The fields of a dossier, be it whole or a draft, in YAML or JSON. A value written bare stands in the same field as
     * one in braces.
     */
    public Fields fields(byte[] dossier) {
        Problems problems = new Problems();
        String text = SourceText.decode(dossier, problems);
        Node root = text == null ? null : new NodeParser(problems).parse(text);
        return new Fields(root == null ? Map.of() : values(root, problems), problems.inOrder());
    }

    private Map<String, List<String>> values(Node root, Problems problems) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        new FormReading(values).read(new CurrentPlaces(book, problems).apply(root), format);
        return values;
    }

    /**
     * The field beside which a problem is to be shown: what it points to, or the nearest around it.
     *
     * @param pointer of a {@link Problem}, or a figure's place in the dossier
     * @param shown names of the fields that the page has inputs for
     * @return empty when the problem is none of a single field's
     */
    public static Optional<String> field(String pointer, Collection<String> shown) {
        for (String at = pointer; at != null && !at.isEmpty(); at = above(at)) {
            Optional<String> answer = answer(at, shown);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** The field of the answer at just this place: the place's own, or its value, stage or name. */
    public static Optional<String> answer(String pointer, Collection<String> shown) {
        return ANSWERS.stream()
                .map(answer -> pointer + answer)
                .filter(shown::contains)
                .findFirst();
    }

    /**
     * Whether a dossier may have something there, be it there or not.
     *
     * @param pointer as JSON has them, such as {@code /figures/urbanisation-rate} or {@code /villages/0/hardened-road}
     */
    public boolean has(String pointer) {
        Shape shape = pointer.startsWith("/") ? format : null;
        for (String key : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
            boolean row = shape instanceof Shape.Many;
            shape = row && !key.matches("\\d{1,6}") ? null : Shape.below(shape, key);
        }
        return shape != null;
    }

    private static @Nullable String above(String pointer) {
        int last = pointer.lastIndexOf('/');
        return last <= 0 ? null : pointer.substring(0, last);
    }
}
