package plancheck.web.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plancheck.archive.EvidenceRow;
import plancheck.archive.Revision;
import plancheck.dossier.Dossier;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Figure;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.facts.Place;
import plancheck.facts.Subject;
import plancheck.report.Finding;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Scope;
import plancheck.workflow.DossierDesk;

/** What a dossier gives for a finding, as it was given: figures, answers and stages, with what is to prove them. */
@Component
class ReviewFigures {
    private final DossierReader reader;
    private final DossierDesk desk;
    private final RuleBook book;

    ReviewFigures(DossierReader reader, DossierDesk desk, RuleBook book) {
        this.reader = reader;
        this.desk = desk;
        this.book = book;
    }

    /**
     * One figure.
     *
     * @param of the list's entry it belongs to, empty for figures of the finding's own subject
     * @param value in words of the rule book where it has some; null when only a series or parts are given
     * @param unit a unit, or an empty text
     * @param evidence documents named for it, without those attached
     * @param files those attached to it
     */
    record GivenFigure(
            String of,
            Label name,
            @Nullable Object value,
            Object unit,
            Figure figure,
            List<String> evidence,
            List<EvidenceRow> files) {

        /** A county's part, by name. */
        record CountyShare(Label county, Object value) {}
    }

    /**
     * What the dossier gives for a finding.
     *
     * @param more how many entries of a list are not among them
     */
    record GivenFigures(List<GivenFigure> given, int more) {
        static final GivenFigures NOTHING = new GivenFigures(List.of(), 0);
    }

    /** Nothing when the rule book has no such provision any more, or the dossier gives nothing for it. */
    GivenFigures of(Finding finding, Revision revision) {
        Provision provision = book.provision(finding.provision()).orElse(null);
        Dossier dossier =
                provision == null ? null : reader.read(revision.content()).dossier();
        if (provision == null || dossier == null) {
            return GivenFigures.NOTHING;
        }
        List<EvidenceRow> files = desk.evidence(revision);
        List<GivenFigure> given = new ArrayList<>();
        Figure stage = dossier.stages().get(provision.stageId());
        if (stage != null) {
            given.add(given(
                    "",
                    provision.id(),
                    stage,
                    new Files(files, book, dossier.places().get(0)).of(provision.id())));
        }
        List<Subject> concerned = concerned(finding, provision, dossier);
        long others =
                concerned.stream().filter(subject -> !(subject instanceof Item)).count();
        List<Subject> shown = concerned.stream().limit(others + Label.NAMED).toList();
        for (Subject subject : shown) {
            Files those = new Files(files, book, subject);
            String entry = provision.isList() && subject instanceof Item ? subject.getName() : "";
            indicators(provision).forEach(id -> {
                Figure figure = subject.figure(id);
                if (figure != null) {
                    given.add(given(entry, id, figure, those.of(id)));
                }
            });
        }
        return new GivenFigures(given, concerned.size() - shown.size());
    }

    /** What the finding is about; of a list's entries first those that the finding names. */
    private static List<Subject> concerned(Finding finding, Provision provision, Dossier dossier) {
        Set<String> named = new HashSet<>(finding.left());
        finding.missing().forEach(missing -> named.addAll(missing.items()));
        Comparator<Subject> first = Comparator.comparing(
                subject -> subject instanceof Item && !named.isEmpty() && !named.contains(subject.getName()));
        return dossier.subjects().stream()
                .filter(subject -> concerns(finding, provision, subject))
                .sorted(first) // stable: in the dossier's order otherwise
                .toList();
    }

    /** The counties' parts of a figure of the city. */
    public List<GivenFigure.CountyShare> parts(Figure figure) {
        return figure.byCounty().entrySet().stream()
                .map(e -> new GivenFigure.CountyShare(
                        book.places().containsKey(e.getKey())
                                ? book.places().get(e.getKey()).inWords()
                                : Label.of(e.getKey()),
                        e.getValue()))
                .toList();
    }

    /** Whether it is what the finding is about, or for a list one of its entries. */
    private static boolean concerns(Finding finding, Provision provision, Subject subject) {
        String name = finding.subject().zh();
        if (!provision.isList() || !(subject instanceof Item item)) {
            return subject.getName().equals(name);
        }
        Place place = item.getPlace();
        return item.getKind().equals(provision.scope().kind())
                && (place == null || place.getName().equals(name));
    }

    /** The files of one subject; each names what it proves by a JSON pointer, for example {@code /villages/0/hardened-road}. */
    private record Files(List<EvidenceRow> all, RuleBook book, Subject subject) {

        List<EvidenceRow> of(String id) {
            return all.stream()
                    .filter(file -> {
                        List<String> parts = List.of(file.figure().split("/", -1));
                        return parts.lastIndexOf(id) > 0 && parts.get(1).equals(list()) == isItem() && isEntry(parts);
                    })
                    .toList();
        }

        private boolean isItem() {
            return subject instanceof Item;
        }

        /** The key of the list it is in; of what is in none, a key that no pointer has. */
        private String list() {
            ItemKind kind = subject instanceof Item item ? book.kinds().get(item.getKind()) : null;
            return kind == null ? "" : kind.list();
        }

        private boolean isEntry(List<String> parts) {
            return !(subject instanceof Item item)
                    || parts.size() > 2 && parts.get(2).equals(String.valueOf(item.index()));
        }
    }

    /** What it is judged by, what that is worked out from, and what decides whether it binds. */
    private Set<String> indicators(Provision provision) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.of(provision.indicator(), provision.total())
                .filter(Objects::nonNull)
                .forEach(indicator -> {
                    ids.add(indicator.id());
                    Indicator.Derivation from = indicator.workedOut();
                    if (from != null) {
                        ids.add(from.first());
                        ids.add(from.second());
                    }
                });
        Scope scope = provision.scope();
        scope.conditions().stream()
                .filter(Condition::figure)
                .map(Condition::attribute)
                .forEach(ids::add);
        ids.addAll(provision.reviewWithout());
        return ids;
    }

    private GivenFigure given(String of, String id, Figure figure, List<EvidenceRow> files) {
        Indicator indicator = book.indicators().get(id);
        Label name =
                indicator == null ? book.provision(id).map(Provision::name).orElse(Label.of(id)) : indicator.name();
        Object value = figure.value();
        if (indicator != null && value instanceof String chosen) {
            value = indicator.choices().getOrDefault(chosen, Label.of(chosen));
        }
        // A file attached by the form is among the names too.
        List<String> names = files.stream().map(EvidenceRow::name).toList();
        List<String> evidence =
                figure.evidence().stream().filter(e -> !names.contains(e)).toList();
        Object unit = indicator == null ? "" : indicator.unitInWords();
        return new GivenFigure(of, name, value, unit, figure, evidence, files);
    }
}
