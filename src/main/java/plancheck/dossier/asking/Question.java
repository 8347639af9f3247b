package plancheck.dossier.asking;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Stage;
import plancheck.facts.Unit;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Part;
import plancheck.rulebook.Provision;

/**
 * One thing a dossier is asked for.
 *
 * @param pointer where its answer stands in the dossier, as a JSON pointer; of a column of a list, from the item on
 * @param unit null for anything but numbers, and for pure numbers
 * @param options what is written in the dossier, to how it is shown, in order: for {@link Type#CHOICE} and {@link Type#STAGE} all
 *     of it, for {@link Type#DECLARATION} what settles it beside yes and no; else empty
 * @param help what counts and what does not; may be empty
 * @param asks who asks and what for, in the order of the plans; empty for what every dossier says
 * @param yearly whether values of several years are asked for, which stand in {@code series}
 * @param byCounty whether it may be given county by county instead, which stands in {@code by-county}
 * @param parts of a duty that is answered part by part; else empty
 * @param workedOutFrom the two figures it follows from when it is not given itself; empty when it does not
 * @param inputs questions for those of the two that nothing else asks for, which may be answered instead
 */
public record Question(
        String pointer,
        Label label,
        Type type,
        @Nullable Unit unit,
        Map<String, Label> options,
        Label help,
        List<QuestionReason> asks,
        boolean yearly,
        boolean byCounty,
        List<Indicator> workedOutFrom,
        List<Part> parts,
        List<Question> inputs) {

    /** What an answer is. */
    public enum Type {
        NUMBER,
        YES_NO,
        /** A yes or no that needs a document. */
        DECLARATION,
        CHOICE,
        TEXT,
        STAGE,
        DATE
    }

    public Question {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        asks = List.copyOf(asks);
        workedOutFrom = List.copyOf(workedOutFrom);
        parts = List.copyOf(parts);
        inputs = List.copyOf(inputs);
    }

    /** The same with what may be given instead. */
    Question with(List<Question> instead) {
        return new Question(
                pointer, label, type, unit, options, help, asks, yearly, byCounty, workedOutFrom, parts, instead);
    }

    /** The question itself and what may be given instead. */
    public Stream<Question> all() {
        return Stream.concat(Stream.of(this), inputs.stream());
    }

    /** Whether it only serves to work out the other. */
    boolean isOnlyInputOf(Question other) {
        return other.workedOutFrom.stream().anyMatch(input -> input.id().equals(key()))
                && !asks.isEmpty()
                && asks.stream()
                        .allMatch(
                                ask -> ask.result() != null && ask.result().id().equals(other.key()));
    }

    /** A question about an indicator. */
    static Question of(
            String section,
            Indicator indicator,
            List<QuestionReason> asks,
            boolean yearly,
            boolean byCounty,
            List<Indicator> workedOutFrom,
            Map<String, Label> settledBy) {
        return new Question(
                section + "/" + indicator.id(),
                indicator.name(),
                Type.valueOf(indicator.type().name()),
                indicator.unit(),
                indicator.choices().isEmpty() ? settledBy : indicator.choices(),
                indicator.help(),
                asks,
                yearly,
                byCounty,
                workedOutFrom,
                indicator.parts(),
                List.of());
    }

    /** A question no provision asks, which needs no help. */
    public static Question of(String pointer, Label label, Type type, Map<String, Label> options) {
        return of(pointer, label, type, Label.of(""), options);
    }

    /** A question no provision asks. */
    public static Question of(String pointer, Label label, Type type, Label help, Map<String, Label> options) {
        return new Question(
                pointer, label, type, null, options, help, List.of(), false, false, List.of(), List.of(), List.of());
    }

    /** The last word of the pointer: the indicator's id, or the provision's. */
    public String key() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** The id by which a bureau is named for it. */
    String answerId() {
        return pointer.startsWith("/not-here/") ? pointer.substring(1) : key();
    }

    /** Whether source, evidence and note stand beside the answer, and for a figure the year and the unit. */
    public boolean inBraces() {
        return !valueField().equals(pointer);
    }

    /** The name of the form's field that takes the answer itself. */
    public String valueField() {
        if (pointer.startsWith("/figures/") || pointer.equals("/project/investment")) {
            return pointer + "/value";
        }
        if (pointer.startsWith("/not-here/")) {
            return pointer + "/by";
        }
        if (pointer.startsWith("/declarations/")) {
            return pointer + "/answer";
        }
        return pointer.startsWith("/named-projects/") ? pointer + "/stage" : pointer;
    }

    /** The name of the form's field for something beside the answer, such as {@code year} or {@code evidence}. */
    public String field(String part) {
        return pointer + "/" + part;
    }

    /** Whether the answer counts only with a document that is named for it (ruling R44). */
    public boolean needsDocument() {
        return type == Type.DECLARATION || type == Type.STAGE;
    }

    /** Whether something beside what is asked for may settle it, so that it is asked who determined that. */
    public boolean maySettleOtherwise() {
        return type == Type.DECLARATION && !options.isEmpty()
                || type == Type.STAGE && options.size() > Stage.values().length;
    }

    /** Whether something that asks it is due at the date, or asked at all times. */
    public boolean isDue(LocalDate asOf) {
        return asks.stream().anyMatch(ask -> {
            LocalDate due = ask.provision().criterion().due();
            return due == null || !asOf.isBefore(due);
        });
    }

    /** Whether it counts what is finished, so that what is being built may stand beside it (ruling R26). */
    public boolean countsWhatIsFinished() {
        return measured().anyMatch(asked -> asked.id().equals(key()) && asked.cumulativeSince() != null);
    }

    /** Of a list's total the attributes of its entries whose share may stand beside it, where they are not listed. */
    public List<Indicator> shares() {
        return asks.stream()
                .map(QuestionReason::provision)
                .filter(provision ->
                        provision.isList() && provision.totalIndicator().id().equals(key()))
                .map(Provision::measuredIndicator)
                .filter(Indicator::isAnswer)
                .distinct()
                .toList();
    }

    private Stream<Indicator> measured() {
        return asks.stream()
                .map(ask -> ask.provision().indicator())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    public boolean isAnswer() {
        return type == Type.YES_NO || type == Type.DECLARATION;
    }

    /** Whether the answer is some sentences rather than a name. */
    public boolean isLong() {
        return pointer.equals("/project/scale");
    }

    /** An empty text when it has none. */
    public String unitSymbol() {
        return unit == null ? "" : unit.symbol();
    }
}
