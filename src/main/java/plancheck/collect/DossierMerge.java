package plancheck.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Unit;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.RuleBook;

/**
 * Puts together what several offices have answered of one dossier. Whoever comes first: the same parts give the same dossier, to the
 * byte. Where two differ, neither is taken until somebody decides: values of a figure stand beside each other, anything else counts
 * as unknown, and both are in its note.
 * Safe to share between threads.
 */
public final class DossierMerge {
    /** Of whom it is said, of what kind and when: where these differ, the parts are of different dossiers. */
    private static final List<String> OF_ONE = List.of("/kind", "/place", "/as-of");

    private final RuleBook book;
    private final DossierForm form;

    public DossierMerge(RuleBook book) {
        this.book = book;
        this.form = new DossierForm(book);
    }

    /**
     * What came of it.
     *
     * @param dossier in YAML; empty where the parts are not of one dossier
     * @param conflicts by pointer
     * @param refusals why they are not
     */
    public record MergedDossier(byte[] dossier, List<Conflict> conflicts, List<Message> refusals) {}

    /** A part in YAML or JSON, with values as the format has them. */
    public ReturnedPart part(String from, byte[] dossier, Questionnaire asked) {
        byte[] inFormat = form.inFormat(form.fields(dossier).values(), asked);
        return new ReturnedPart(from, form.fields(inFormat).values());
    }

    /**
     * @param parts in any order
     * @param asked of the place and kind they are of
     * @param preferred of whom the answer is taken wherever two differ; empty for nobody
     */
    public MergedDossier merge(List<ReturnedPart> parts, Questionnaire asked, String preferred) {
        return merge(parts, asked, conflict -> preferred);
    }

    /**
     * @param parts in any order
     * @param asked of the place and kind they are of
     * @param decided of whom the answer is taken where two differ, for a conflict of which nothing is taken yet; empty for nobody
     */
    public MergedDossier merge(List<ReturnedPart> parts, Questionnaire asked, Function<Conflict, String> decided) {
        List<ReturnedPart> ordered = parts.stream()
                .sorted(Comparator.comparing(ReturnedPart::from)
                        .thenComparing(part -> new TreeMap<>(part.fields()).toString()))
                .toList();
        List<Message> refusals = new ArrayList<>();
        OF_ONE.forEach(field -> oneOnly(field, ordered, refusals));
        if (!refusals.isEmpty()) {
            return new MergedDossier(new byte[0], List.of(), refusals);
        }
        PartAnswers answers = new PartAnswers(book, ordered);
        Map<String, List<String>> merged = new LinkedHashMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        answers.places().forEach(place -> settle(place, answers.of(place), decided, merged, conflicts));
        answers.holders().forEach(holder -> beside(holder, answers, conflicts, merged));
        return new MergedDossier(form.inFormat(merged, asked), conflicts, List.of());
    }

    private static void oneOnly(String field, List<ReturnedPart> parts, List<Message> refusals) {
        Map<String, List<String>> said = new TreeMap<>();
        for (ReturnedPart part : parts) {
            part.fields()
                    .getOrDefault(field, List.of())
                    .forEach(value ->
                            said.computeIfAbsent(value, v -> new ArrayList<>()).add(part.from()));
        }
        if (said.size() > 1) {
            refusals.add(Message.of(
                    "collect.not-of-one",
                    field.substring(1),
                    said.entrySet().stream()
                            .map(one -> Message.of("collect.version", one.getKey(), one.getValue()))
                            .toList()));
        }
    }

    private void settle(
            PartAnswers.AnsweredPlace place,
            List<PartAnswers.GivenAnswer> given,
            Function<Conflict, String> decided,
            Map<String, List<String>> merged,
            List<Conflict> conflicts) {
        boolean differ = given.stream()
                .flatMap(answer -> answer.fields().keySet().stream())
                .distinct()
                .anyMatch(field -> given.stream()
                                .map(answer -> answer.comparable(field, unit(place)))
                                .filter(value -> !value.isEmpty())
                                .distinct()
                                .count()
                        > 1);
        List<PartAnswers.GivenAnswer> taken = given;
        if (differ) {
            List<Conflict.Version> versions = versions(given, unit(place));
            String from = decided.apply(new Conflict(place.pointer(), name(place), versions, ""));
            taken = given.stream().filter(answer -> answer.from().equals(from)).toList();
            // Of a title or a number one stands, since there has to be one; of an answer none.
            boolean head = place.isHead();
            taken = head && taken.isEmpty() ? given.subList(0, 1) : taken;
            conflicts.add(new Conflict(
                    place.pointer(),
                    name(place),
                    versions,
                    taken.isEmpty() ? "" : taken.get(0).inWords()));
            if (taken.isEmpty() && place.isFigure()) {
                DifferingFigure.fields(book.indicators().get(place.id()), given)
                        .forEach((field, values) -> merged.put(place.field(field), values));
            }
        }
        for (PartAnswers.GivenAnswer answer : taken) {
            answer.fields().forEach((field, values) -> merged.putIfAbsent(place.field(field), values));
        }
    }

    /** What means the same is one version, in the words that come first: 28.6万人 and 286000人. */
    private static List<Conflict.Version> versions(List<PartAnswers.GivenAnswer> given, @Nullable Unit unit) {
        Map<String, List<PartAnswers.GivenAnswer>> same = new TreeMap<>();
        given.forEach(answer -> same.computeIfAbsent(answer.comparable(unit), key -> new ArrayList<>())
                .add(answer));
        return same.values().stream()
                .map(answers -> new Conflict.Version(
                        answers.stream()
                                .map(PartAnswers.GivenAnswer::inWords)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        answers.stream().map(PartAnswers.GivenAnswer::from).toList()))
                .sorted(Comparator.comparing(Conflict.Version::answer))
                .toList();
    }

    /** Evidence of all, notes of all, and of what no answer was taken what the answers were. */
    private static void beside(
            PartAnswers.Holder holder,
            PartAnswers answers,
            List<Conflict> conflicts,
            Map<String, List<String>> merged) {
        Set<String> evidence = new LinkedHashSet<>(answers.evidence(holder));
        Set<String> notes = new LinkedHashSet<>(answers.notes(holder));
        conflicts.stream()
                .filter(conflict -> conflict.taken().isEmpty() && holder.holds(conflict.pointer()))
                .map(conflict -> conflict.inWords().zh()) // as a dossier is written
                .forEach(notes::add);
        if (!evidence.isEmpty()) {
            merged.put(holder.field("evidence"), List.of(String.join("\n", evidence)));
        }
        if (!notes.isEmpty()) {
            merged.put(holder.field("note"), List.of(String.join("；", notes)));
        }
    }

    private @Nullable Unit unit(PartAnswers.AnsweredPlace place) {
        Indicator indicator = book.indicators().get(place.id());
        return indicator == null ? null : indicator.unit();
    }

    private Label name(PartAnswers.AnsweredPlace place) {
        Indicator indicator = book.indicators().get(place.id());
        Label name = indicator != null
                ? indicator.name()
                : book.works().containsKey(place.id())
                        ? book.works().get(place.id()).get(0).name()
                        : book.features().getOrDefault(place.id(), Label.of(place.id()));
        return place.entry().isEmpty() ? name : Label.filled("%s：%s", "%s: %s", Label.of(place.entry()), name);
    }
}
