package plancheck.report.keeping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.facts.RelationKind;
import plancheck.facts.Term;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Progress;
import plancheck.report.Report;
import plancheck.report.Verdict;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A report or a lexicon as the JSON that is kept: one member for each component that is not empty, terms by their id,
 * and little said twice (see {@link StoredWords}). Whatever else is read ends in some runtime exception.
 */
final class StoredJson {
    /** Far beyond any report: a few hostile bytes may not fill the memory. */
    private static final long LARGEST = 64 << 20;

    private static final JsonInclude.Value NEVER_FALSE =
            JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.ALWAYS);

    private static final JsonMapper MAPPER = mapper();

    private StoredJson() {}

    /** An entry of a lexicon: one of these. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LexiconEntry(
            @Nullable Label label,

            @JsonSerialize(using = StoredValues.TermWriter.class)
            @JsonDeserialize(using = StoredValues.TermReader.class)
            @Nullable
            Term term,

            @Nullable Relation relation,
            Finding.@Nullable Rule provision) {}

    /** @param to closed at the end */
    static void write(Object content, StoredWords words, OutputStream to) {
        MAPPER.writer().withAttribute(StoredWords.class, words).writeValue(to, content);
    }

    static Report report(InputStream from, Lexicon lexicon) {
        return given(reader(StoredWords.with(lexicon)).forType(Report.class).readValue(from));
    }

    /** A report of the versions before the findings had parts. */
    static Report earlierReport(InputStream from, Lexicon lexicon) {
        Report report = reader(StoredWords.with(lexicon))
                .forType(Report.class)
                .readValue(EarlierReport.inParts(MAPPER.readTree(from)));
        return EarlierReport.withQuantifiers(given(report));
    }

    private static Report given(@Nullable Report report) {
        if (report == null) {
            throw new StoredReportException("a report is missing");
        }
        return report;
    }

    /** The things of a lexicon by number. */
    static List<Object> things(InputStream from) {
        StoredWords words = StoredWords.ofLexicon();
        reader(words).forType(LexiconEntry[].class).readValue(from);
        return words.things();
    }

    private static ObjectReader reader(StoredWords words) {
        return MAPPER.reader().withAttribute(StoredWords.class, words);
    }

    static StoredWords words(DatabindContext context) {
        return (StoredWords) context.getAttribute(StoredWords.class);
    }

    private static JsonMapper mapper() {
        SimpleModule module = new SimpleModule("stored");
        StoredValues.into(module);
        StoredParts.into(module);
        JsonSetter.Value absentIsEmpty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxDocumentLength(LARGEST)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(SerializationFeature.WRAP_EXCEPTIONS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(was -> was.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                .withConfigOverride(boolean.class, flag -> flag.setInclude(NEVER_FALSE))
                .withConfigOverride(String.class, text -> text.setNullHandling(absentIsEmpty))
                .withConfigOverride(List.class, list -> list.setNullHandling(absentIsEmpty))
                .addMixIn(Term.class, ById.class)
                .addMixIn(Report.class, ReportMixIn.class)
                .addMixIn(Progress.class, ProgressMixIn.class)
                .addMixIn(Relation.class, RelationMixIn.class)
                .addMixIn(Finding.class, FindingMixIn.class)
                .addMixIn(Finding.Rule.class, RuleMixIn.class)
                .addMixIn(Finding.Measurement.class, MeasurementMixIn.class)
                .addMixIn(Finding.Target.class, TargetMixIn.class)
                .addModule(module)
                .build();
    }

    interface ById {
        @JsonValue
        String id();
    }

    interface ReportMixIn {
        @JsonProperty(required = true)
        Report.DossierId dossier();

        @JsonProperty(required = true)
        Report.RuleBookId rulebook();

        @JsonProperty(required = true)
        LocalDate asOf();

        @JsonProperty(required = true)
        Verdict verdict();
    }

    interface ProgressMixIn {
        @JsonProperty(required = true)
        BigDecimal baseline();

        @JsonProperty(required = true)
        BigDecimal expected();
    }

    interface RelationMixIn {
        @JsonProperty(required = true)
        RelationKind kind();

        @JsonProperty("title")
        Label otherTitle();
    }

    interface FindingMixIn {
        @JsonProperty(required = true)
        Outcome outcome();
    }

    interface RuleMixIn {
        @JsonProperty(required = true)
        Force force();
    }

    interface MeasurementMixIn {
        @JsonSerialize(using = StoredValues.ValueWriter.class)
        @JsonDeserialize(using = StoredValues.ValueReader.class)
        Object measured();
    }

    interface TargetMixIn {
        @JsonSerialize(using = StoredValues.ValueWriter.class)
        @JsonDeserialize(using = StoredValues.ValueReader.class)
        Object required();

        @JsonSerialize(using = StoredValues.TermWriter.class)
        @JsonDeserialize(using = StoredValues.TermReader.class)
        Term op();
    }
}
