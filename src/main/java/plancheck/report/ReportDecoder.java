package plancheck.report;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.facts.Term;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what {@link ReportEncoder} has written, now or in the first version of the format, which knew no lexicon and
 * repeated a reason by its number. Anything else ends in some runtime exception.
 */
final class ReportDecoder {
    /** Far beyond any report: a few hostile bytes may not fill the memory. */
    private static final long LARGEST = 64 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxDocumentLength(LARGEST).build())
            .build();
    private static final Label NOTHING = Label.of("");
    private static final Object UNFINISHED = new Object();

    private final JsonParser json;
    private final List<Object> read;

    ReportDecoder(InputStream from, Lexicon lexicon) {
        this.json = JSON.createParser(ObjectReadContext.empty(), from);
        this.read = new ArrayList<>(lexicon.things());
    }

    Report decode() {
        return all(this::report);
    }

    /** The things of a lexicon by number. */
    List<Object> decodeLexicon() {
        all(() -> list(this::thing));
        return Collections.unmodifiableList(read);
    }

    private <T> T all(Supplier<T> content) {
        json.nextToken();
        T decoded = content.get();
        if (json.nextToken() != null) {
            throw new StoredReportException("something follows the end");
        }
        return decoded;
    }

    private Object thing() {
        String sort = given("sort", first());
        return switch (sort) {
            case "relation" -> closed(counted(this::relation));
            case "provision" -> closed(counted(this::provision));
            case "label" -> closed(label());
            case "term" -> closed(term());
            default -> throw unknown(sort);
        };
    }

    private Lexicon.Provision provision() {
        ProvisionMembers members = new ProvisionMembers();
        for (String name = first(); name != null; name = next()) {
            members.take(name);
        }
        return members.provision();
    }

    /** The members that say the provision, of a finding or of a lexicon's entry. */
    private final class ProvisionMembers {
        private String id = "";
        private Label title = NOTHING;
        private @Nullable Force force;
        private List<Citation> citations = List.of();
        private List<String> rulings = List.of();
        private String remedy = "";

        void take(String name) {
            switch (name) {
                case "provision" -> id = text();
                case "title" -> title = label();
                case "force" -> force = word(Force.class);
                case "citations" -> citations = list(ReportDecoder.this::citation);
                case "rulings" -> rulings = list(ReportDecoder.this::text);
                case "remedy" -> remedy = text();
                default -> throw unknown(name);
            }
        }

        Lexicon.Provision provision() {
            return new Lexicon.Provision(id, title, given("force", force), citations, rulings, remedy);
        }
    }

    private Report report() {
        Report.DossierId dossier = null;
        Report.RuleBookId rulebook = null;
        LocalDate asOf = null;
        Verdict verdict = null;
        List<Finding> findings = null;
        List<Note> notes = List.of(); // earlier reports have none
        for (String name = first(); name != null; name = next()) {
            switch (name) {
                case "dossier" -> dossier = dossier();
                case "rulebook" -> rulebook = rulebook();
                case "asOf" -> asOf = LocalDate.parse(plain());
                case "verdict" -> verdict = word(Verdict.class);
                case "findings" -> findings = list(this::finding);
                case "notes" -> notes = list(this::note);
                default -> throw unknown(name);
            }
        }
        return new Report(
                given("dossier", dossier),
                given("rulebook", rulebook),
                given("asOf", asOf),
                given("verdict", verdict),
                given("findings", findings),
                notes);
    }

    private Note note() {
        int line = 0;
        String pointer = "";
        Label said = NOTHING;
        for (String name = first(); name != null; name = next()) {
            switch (name) {
                case "line" -> line = json.getIntValue();
                case "pointer" -> pointer = text();
                case "said" -> said = label();
                default -> throw unknown(name);
            }
        }
        return new Note(line, pointer, said);
    }

    private Report.DossierId dossier() {
        String id = "";
        String title = "";
        String kind = "";
        String place = "";
        String digest = "";
        for (String name = first(); name != null; name = next()) {
            switch (name) {
                case "id" -> id = text();
                case "title" -> title = text();
                case "kind" -> kind = text();
                case "place" -> place = text();
                case "digest" -> digest = text();
                default -> throw unknown(name);
            }
        }
        return new Report.DossierId(id, title, kind, place, digest);
    }

    private Report.RuleBookId rulebook() {
        String version = "";
        String digest = "";
        for (String name = first(); name != null; name = next()) {
            switch (name) {
                case "version" -> version = text();
                case "digest" -> digest = text();
                default -> throw unknown(name);
            }
        }
        return new Report.RuleBookId(version, digest);
    }

    private Finding finding() {
        Lexicon.Provision provision = null;
        ProvisionMembers inFull = new ProvisionMembers();
        Label subject = NOTHING;
        Outcome outcome = null;
        Object measured = null;
        Object required = null;
        Term op = null;
        String unit = "";
        BigDecimal margin = null;
        LocalDate due = null;
        Basis basis = null;
        List<Relation> relations = List.of();
        List<Missing> missing = List.of();
        List<String> left = List.of();
        Progress progress = null;
        Label question = NOTHING;
        boolean assumed = false;
        List<Reason> because = List.of();
        for (String name = first(); name != null; name = next()) {
            switch (name) {
                case "of" -> provision = again(Lexicon.Provision.class);
                case "subject" -> subject = label();
                case "outcome" -> outcome = word(Outcome.class);
                case "measured" -> measured = value();
                case "required" -> required = value();
                case "op" -> op = (Term) value();
                case "unit" -> unit = text();
                case "margin" -> margin = (BigDecimal) value();
                case "due" -> due = (LocalDate) value();
                case "basis" -> basis = word(Basis.class);
                case "relations" -> relations = list(this::relation);
                case "missing" -> missing = list(this::missing);
                case "left" -> left = list(this::text);
                case "progress" -> progress = progress();
                case "question" -> question = label();
                case "assumed" -> assumed = flag();
                case "because" -> because = list(this::reason);
                default -> inFull.take(name);
            }
        }
        Lexicon.Provision said = provision == null ? inFull.provision() : provision;
        return new Finding(
                said.id(),
                said.title(),
                subject,
                given("outcome", outcome),
                measured,
                required,
                op,
                unit,
                margin,
                due,
                said.force(),
                basis,
                said.citations(),
                said.rulings(),
                relations,
                missing,
                said.remedy(),
                left,
                progress,
                question,
                assumed,
                because);
    }

    private Citation citation() {
        String plan = "";
        Label document = NOTHING;
        String number = "";
        String clause = "";
        String anchor = "";
        for (String name = first(); name != null; name = next()) {
            switch (name) {
                case "plan" -> plan = text();
                case "document" -> document = label();
                case "number" -> number = text();
                case "clause" -> clause = text();
                case "anchor" -> anchor = text();
                default -> throw unknown(name);
            }
        }
        return new Citation(plan, document, number, clause, anchor);
    }

    private Relation relation() {
        if (isNumber()) {
            return again(Relation.class);
        }
        Relation.Kind kind = null;
        String other = "";
        Label title = NOTHING;
        Label note = NOTHING;
        String ruling = "";
        for (String name = first(); name != null; name = next()) {
            switch (name) {
                case "kind" -> kind = word(Relation.Kind.class);
                case "other" -> other = text();
                case "title" -> title = label();
                case "note" -> note = label();
                case "ruling" -> ruling = text();
                default -> throw unknown(name);
            }
        }
        return new Relation(given("kind", kind), other, title, note, ruling);
    }

    private Missing missing() {
        String figure = "";
        Label label = NOTHING;
        Label hint = NOTHING;
        List<String> items = List.of();
        for (String name = first(); name != null; name = next()) {
            switch (name) {
                case "figure" -> figure = text();
                case "label" -> label = label();
                case "hint" -> hint = label();
                case "items" -> items = list(this::text);
                default -> throw unknown(name);
            }
        }
        return new Missing(figure, label, hint, items);
    }

    private Progress progress() {
        BigDecimal baseline = null;
        int year = 0;
        BigDecimal expected = null;
        boolean behind = false;
        for (String name = first(); name != null; name = next()) {
            switch (name) {
                case "baseline" -> baseline = json.getDecimalValue();
                case "year" -> year = json.getIntValue();
                case "expected" -> expected = json.getDecimalValue();
                case "behind" -> behind = flag();
                default -> throw unknown(name);
            }
        }
        return new Progress(given("baseline", baseline), year, given("expected", expected), behind);
    }

    private Reason reason() {
        if (isNumber()) {
            return again(Reason.class);
        }
        expect(JsonToken.START_ARRAY);
        int number = number();
        json.nextToken();
        Reason.Key key = Reason.Key.valueOf(plain());
        return entered(number, new Reason(key, rest(this::value)));
    }

    private Object value() {
        return switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT -> text();
            case VALUE_TRUE, VALUE_FALSE -> flag();
            case START_ARRAY -> list(this::value);
            default -> tagged();
        };
    }

    private Object tagged() {
        String sort = given("sort", first());
        Object value = switch (sort) {
            case "number" -> json.getDecimalValue();
            case "count" -> json.getIntValue();
            case "date" -> LocalDate.parse(plain());
            case "line" -> new Reason.Line(json.getIntValue());
            case "label" -> label();
            case "term" -> term();
            default -> throw unknown(sort);
        };
        return closed(value);
    }

    private <T> T closed(T onlyMember) {
        json.nextToken();
        expect(JsonToken.END_OBJECT);
        return onlyMember;
    }

    private Term term() {
        if (isNumber()) {
            return again(Term.class);
        }
        int number = number();
        String vocabulary = firstText();
        String id = nextText();
        json.nextToken();
        Label words = label();
        json.nextToken();
        expect(JsonToken.END_ARRAY);
        return entered(number, Vocabularies.term(vocabulary, id, words));
    }

    private Label label() {
        if (isNumber()) {
            return again(Label.class);
        }
        int number = number();
        String zh = firstText();
        String en = nextText();
        json.nextToken();
        expect(JsonToken.END_ARRAY);
        return entered(number, new Label(zh, en));
    }

    private String firstText() {
        expect(JsonToken.START_ARRAY);
        return nextText();
    }

    private String nextText() {
        json.nextToken();
        return text();
    }

    private String text() {
        return plain();
    }

    private String plain() {
        expect(JsonToken.VALUE_STRING);
        return json.getString();
    }

    private boolean flag() {
        return json.getBooleanValue();
    }

    private <T extends Enum<T> & Term> T word(Class<T> vocabulary) {
        String id = plain();
        return Term.find(vocabulary, id).orElseThrow(() -> unknown(id));
    }

    private boolean isNumber() {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT;
    }

    private <T> T again(Class<T> sort) {
        return sort.cast(read.get(json.getIntValue()));
    }

    /** The number of a thing that begins here. */
    private int number() {
        read.add(UNFINISHED);
        return read.size() - 1;
    }

    private <T> T counted(Supplier<T> thing) {
        int number = number();
        return entered(number, thing.get());
    }

    private <T> T entered(int number, T thing) {
        read.set(number, thing);
        return thing;
    }

    private <T> List<T> list(Supplier<T> element) {
        expect(JsonToken.START_ARRAY);
        return rest(element);
    }

    private <T> List<T> rest(Supplier<T> element) {
        List<T> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.get());
        }
        return Collections.unmodifiableList(elements);
    }

    /** The name of the object's first member, with its value as the current token; null when it has none. */
    private @Nullable String first() {
        expect(JsonToken.START_OBJECT);
        return next();
    }

    private @Nullable String next() {
        String name = json.nextName();
        if (name == null) {
            expect(JsonToken.END_OBJECT);
            return null;
        }
        json.nextToken();
        return name;
    }

    private void expect(JsonToken token) {
        if (json.currentToken() != token) {
            throw new StoredReportException(token + " expected, not " + json.currentToken());
        }
    }

    private static <T> T given(String name, @Nullable T thing) {
        if (thing == null) {
            throw new StoredReportException(name + " is missing");
        }
        return thing;
    }

    private static StoredReportException unknown(String name) {
        return new StoredReportException("not known: " + name);
    }
}
