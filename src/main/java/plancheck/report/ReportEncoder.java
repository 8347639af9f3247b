package plancheck.report;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.facts.Term;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A report as JSON in which little is said twice: what the lexicon holds, and a label or term that was written before,
 * is written as its number. Labels, terms and reasons are counted in the order in which they begin, after the things of
 * the lexicon; {@link ReportDecoder} counts in the same way. Single texts repeat near each other, where compression
 * finds them for less. What is empty, false or null is left out.
 */
final class ReportEncoder {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Lexicon lexicon;
    private final Map<Object, Integer> written = new HashMap<>();
    private int count;

    /** @param to closed at the end */
    ReportEncoder(OutputStream to, Lexicon lexicon) {
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), to);
        this.lexicon = lexicon;
        this.count = lexicon.things().size();
    }

    /** A lexicon: an array of objects of one member each, its sort. All of them are counted, and what they hold. */
    void encode(
            Collection<Lexicon.Provision> provisions,
            Collection<Relation> relations,
            Collection<Term> terms,
            Collection<Label> labels) {
        json.writeStartArray();
        labels.forEach(this::value);
        terms.forEach(this::value);
        relations.forEach(relation -> {
            count++;
            json.writeStartObject().writeName("relation");
            relationInFull(relation);
            json.writeEndObject();
        });
        provisions.forEach(provision -> {
            count++;
            json.writeStartObject().writeName("provision").writeStartObject();
            provisionInFull(provision);
            json.writeEndObject().writeEndObject();
        });
        json.writeEndArray();
        json.close();
    }

    void encode(Report report) {
        json.writeStartObject();
        Report.DossierId dossier = report.dossier();
        json.writeName("dossier").writeStartObject();
        text("id", dossier.id());
        text("title", dossier.title());
        text("kind", dossier.kind());
        text("place", dossier.place());
        text("digest", dossier.digest());
        json.writeEndObject();
        json.writeName("rulebook").writeStartObject();
        text("version", report.rulebook().version());
        text("digest", report.rulebook().digest());
        json.writeEndObject();
        json.writeStringProperty("asOf", report.asOf().toString());
        json.writeStringProperty("verdict", report.verdict().id());
        json.writeName("findings").writeStartArray();
        report.findings().forEach(this::finding);
        json.writeEndArray();
        if (!report.notes().isEmpty()) {
            json.writeName("notes").writeStartArray();
            report.notes().forEach(this::note);
            json.writeEndArray();
        }
        json.writeEndObject();
        json.close();
    }

    private void note(Note note) {
        json.writeStartObject();
        json.writeNumberProperty("line", note.line());
        text("pointer", note.pointer());
        label("said", note.said());
        json.writeEndObject();
    }

    private void finding(Finding finding) {
        json.writeStartObject();
        provision(Lexicon.Provision.of(finding));
        label("subject", finding.subject());
        json.writeStringProperty("outcome", finding.outcome().id());
        value("measured", finding.measured());
        value("required", finding.required());
        value("op", finding.op());
        text("unit", finding.unit());
        value("margin", finding.margin());
        value("due", finding.due());
        if (finding.basis() != null) {
            json.writeStringProperty("basis", finding.basis().id());
        }
        if (!finding.relations().isEmpty()) {
            json.writeName("relations").writeStartArray();
            finding.relations().forEach(this::relation);
            json.writeEndArray();
        }
        if (!finding.missing().isEmpty()) {
            json.writeName("missing").writeStartArray();
            finding.missing().forEach(this::missing);
            json.writeEndArray();
        }
        texts("left", finding.left());
        progress(finding.progress());
        label("question", finding.question());
        flag("assumed", finding.assumed());
        json.writeName("because").writeStartArray();
        finding.because().forEach(this::reason);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void provision(Lexicon.Provision provision) {
        Integer number = lexicon.number(provision);
        if (number == null) {
            provisionInFull(provision);
        } else {
            json.writeNumberProperty("of", number);
        }
    }

    private void provisionInFull(Lexicon.Provision provision) {
        text("provision", provision.id());
        label("title", provision.title());
        json.writeStringProperty("force", provision.force().id());
        if (!provision.citations().isEmpty()) {
            json.writeName("citations").writeStartArray();
            provision.citations().forEach(this::citation);
            json.writeEndArray();
        }
        texts("rulings", provision.rulings());
        text("remedy", provision.remedy());
    }

    private void citation(Citation citation) {
        json.writeStartObject();
        text("plan", citation.plan());
        label("document", citation.document());
        text("number", citation.number());
        text("clause", citation.clause());
        text("anchor", citation.anchor());
        json.writeEndObject();
    }

    private void relation(Relation relation) {
        Integer number = lexicon.number(relation);
        if (number == null) {
            relationInFull(relation);
        } else {
            json.writeNumber(number);
        }
    }

    private void relationInFull(Relation relation) {
        json.writeStartObject();
        json.writeStringProperty("kind", relation.kind().id());
        text("other", relation.other());
        label("title", relation.otherTitle());
        label("note", relation.note());
        text("ruling", relation.ruling());
        json.writeEndObject();
    }

    private void missing(Missing missing) {
        json.writeStartObject();
        text("figure", missing.figure());
        label("label", missing.label());
        label("hint", missing.hint());
        texts("items", missing.items());
        json.writeEndObject();
    }

    private void progress(@Nullable Progress progress) {
        if (progress != null) {
            json.writeName("progress").writeStartObject();
            json.writeName("baseline").writeNumber(progress.baseline());
            json.writeNumberProperty("year", progress.baselineYear());
            json.writeName("expected").writeNumber(progress.expected());
            flag("behind", progress.behind());
            json.writeEndObject();
        }
    }

    /** A step as an array: the sentence's key, then what is filled in. */
    private void reason(Reason reason) {
        count++; // a first version of the format wrote a repeated reason as its number
        json.writeStartArray();
        json.writeString(reason.key().name());
        reason.arguments().forEach(this::value);
        json.writeEndArray();
    }

    private void value(String name, @Nullable Object value) {
        if (value != null) {
            json.writeName(name);
            value(value);
        }
    }

    /** A text as such, anything else with its sort: an object of one member. */
    private void value(Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Boolean answer) {
            json.writeBoolean(answer);
        } else if (value instanceof List<?> several) {
            json.writeStartArray();
            several.forEach(this::value);
            json.writeEndArray();
        } else {
            json.writeStartObject();
            tagged(value);
            json.writeEndObject();
        }
    }

    private void tagged(Object value) {
        if (value instanceof BigDecimal number) {
            json.writeName("number").writeNumber(number);
        } else if (value instanceof Integer count) {
            json.writeNumberProperty("count", count);
        } else if (value instanceof LocalDate date) {
            json.writeStringProperty("date", date.toString());
        } else if (value instanceof Reason.Line line) {
            json.writeNumberProperty("line", line.number());
        } else if (value instanceof Label label) {
            json.writeName("label");
            label(label);
        } else if (value instanceof Term term) {
            json.writeName("term");
            term(term);
        } else {
            throw new IllegalArgumentException(value.getClass() + " in a finding");
        }
    }

    /** A term as an array: its vocabulary, its id and what it is called; the vocabulary is empty when not ours. */
    private void term(Term given) {
        Term term = Vocabularies.name(given).isEmpty() ? new StoredTerm(given.id(), given.inWords()) : given;
        if (isWritten(term)) {
            return;
        }
        json.writeStartArray();
        text(Vocabularies.name(term));
        text(term.id());
        label(term.inWords());
        json.writeEndArray();
    }

    private void label(String name, Label label) {
        if (!label.zh().isEmpty() || !label.en().isEmpty()) {
            json.writeName(name);
            label(label);
        }
    }

    private void label(Label label) {
        if (isWritten(label)) {
            return;
        }
        json.writeStartArray();
        text(label.zh());
        text(label.en());
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.writeName(name).writeStartArray();
            texts.forEach(this::text);
            json.writeEndArray();
        }
    }

    private void text(String name, String text) {
        if (!text.isEmpty()) {
            json.writeName(name);
            text(text);
        }
    }

    private void text(String text) {
        json.writeString(text);
    }

    private void flag(String name, boolean flag) {
        if (flag) {
            json.writeBooleanProperty(name, true);
        }
    }

    /** Whether the thing was written before, and now is by its number; if not, it has its number from here on. */
    private boolean isWritten(Object thing) {
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
}
