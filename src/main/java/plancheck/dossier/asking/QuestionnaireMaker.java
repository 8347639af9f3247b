package plancheck.dossier.asking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.DossierKind;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Stage;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.Part;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** Puts the questions of a questionnaire. */
final class QuestionnaireMaker {
    /** What is due later is asked on request. */
    private static final int YEARS_AHEAD = 5;

    private final RuleBook book;
    private final PlaceName place;
    private final LocalDate asOf;
    private final PossibleBindings mayBind;

    QuestionnaireMaker(RuleBook book, PlaceName place, LocalDate asOf) {
        this.book = book;
        this.place = place;
        this.asOf = asOf;
        this.mayBind = new PossibleBindings(book, place);
    }

    /** @param all also what is only encouraged, and what is due in more than some years */
    Questionnaire selfAssessment(boolean all) {
        List<Provision> bound = mayBind.selfAssessment().stream()
                .filter(provision -> all || provision.force() != Force.ENCOURAGE && isNear(provision))
                .toList();
        List<Question> figures = figures(bound);
        return new Questionnaire(
                head(
                        DossierKind.SELF_ASSESSMENT,
                        place.code() + "-" + asOf.getYear() + "-ZP",
                        place.name() + asOf.getYear() + "年度新型城镇化自评",
                        bound),
                figures,
                absences(bound),
                dueFirst(declarations(bound)),
                lists(bound, figures),
                dueFirst(stages(bound)),
                Optional.empty(),
                List.of());
    }

    /** Whether it is asked at all times, or due within the years for which a county plans its work. */
    private boolean isNear(Provision provision) {
        LocalDate due = provision.criterion().due();
        return due == null || due.getYear() <= asOf.getYear() + YEARS_AHEAD;
    }

    Questionnaire project(String sector, Level site) {
        List<Provision> bound = mayBind.project(sector, site);
        IndicatorQuestions asked = new IndicatorQuestions(book, place);
        for (Provision provision : bound) {
            asked.conditions(provision);
            if (provision.indicator() != null) {
                asked.measured(provision.indicator(), provision);
            }
        }
        ProjectSection section = new ProjectSection(
                sector,
                site,
                new ProjectHead(book, place, sector).questions(),
                asked.below("/project/works", indicator -> indicator.type() == Indicator.Type.YES_NO),
                asked.below(
                        "/project/design",
                        indicator -> indicator.type() != Indicator.Type.YES_NO && !isDeclaration(indicator)));
        return new Questionnaire(
                head(
                        DossierKind.PROJECT,
                        place.code() + "-" + asOf.getYear() + "-XM",
                        place.name()
                                + book.sectors()
                                        .getOrDefault(sector, Label.of(sector))
                                        .zh() + "项目",
                        bound),
                List.of(),
                List.of(),
                declarations(bound),
                List.of(),
                List.of(),
                Optional.of(section),
                effects(sector, site));
    }

    private Questionnaire.Head head(DossierKind kind, String id, String title, List<Provision> bound) {
        return new Questionnaire.Head(
                kind,
                place,
                id,
                title,
                asOf,
                bound.stream()
                        .map(Provision::plan)
                        .distinct()
                        .map(book.plans()::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private List<Question> figures(List<Provision> bound) {
        IndicatorQuestions asked = new IndicatorQuestions(book, place);
        book.askedEverywhere().stream()
                .map(book.indicators()::get)
                .filter(Objects::nonNull)
                .filter(indicator -> indicator.of().contains(place.level().id()))
                .forEach(asked::anyway);
        bound.stream().filter(provision -> !provision.isList()).forEach(provision -> {
            if (provision.indicator() != null) {
                asked.measured(provision.indicator(), provision);
            }
            asked.conditions(provision);
        });
        List<Question> figures = folded(asked.below("/figures", indicator -> !isDeclaration(indicator)));
        return Stream.of(true, false)
                .flatMap(first -> figures.stream().filter(figure -> measures(figure) == first))
                .toList();
    }

    /** A rate with the two figures that may be given instead, where nothing else asks for these, is one question. */
    private List<Question> folded(List<Question> figures) {
        List<Question> folded = new ArrayList<>();
        for (Question figure : figures) {
            if (figures.stream().noneMatch(rate -> isFolded(figure, rate))) {
                folded.add(figure.with(figures.stream()
                        .filter(input -> isFolded(input, figure))
                        .toList()));
            }
        }
        return folded;
    }

    private boolean isFolded(Question figure, Question rate) {
        return figure.isOnlyInputOf(rate) && !book.askedEverywhere().contains(figure.key());
    }

    /** Whether it is a number that something is judged by, and not only one from which such a number may be worked out. */
    static boolean measures(Question figure) {
        return figure.type() == Question.Type.NUMBER
                && (figure.asks().isEmpty()
                        || figure.asks().stream().anyMatch(ask -> ask.purpose() == QuestionReason.Purpose.MEASURED));
    }

    /** What is due or asked at all times before what is not due yet, each in the order of the plans. */
    private List<Question> dueFirst(List<Question> questions) {
        return Stream.of(true, false)
                .flatMap(due -> questions.stream().filter(question -> question.isDue(asOf) == due))
                .toList();
    }

    /** Each thing once that may be absent here, with all that is then not asked. */
    private List<Question> absences(List<Provision> bound) {
        Map<String, List<QuestionReason>> asks = new LinkedHashMap<>();
        for (Provision provision : bound) {
            Stream.concat(
                            Stream.of(provision.feature()),
                            Stream.ofNullable(provision.indicator())
                                    .flatMap(indicator -> indicator.parts().stream())
                                    .map(Part::feature))
                    .filter(feature -> !feature.isEmpty())
                    .distinct()
                    .forEach(feature -> asks.computeIfAbsent(feature, id -> new ArrayList<>())
                            .add(new QuestionReason(QuestionReason.Purpose.CONDITION, provision, null)));
        }
        List<Question> absences = new ArrayList<>();
        book.features().forEach((id, name) -> {
            if (asks.containsKey(id)) {
                absences.add(new Question(
                        "/not-here/" + id,
                        name,
                        Question.Type.TEXT,
                        null,
                        Map.of(),
                        Label.of(""),
                        asks.get(id),
                        false,
                        false,
                        List.of(),
                        List.of(),
                        List.of()));
            }
        });
        return absences;
    }

    private List<Question> declarations(List<Provision> bound) {
        IndicatorQuestions asked = new IndicatorQuestions(book, place);
        for (Provision provision : bound) {
            if (provision.indicator() != null && isDeclaration(provision.indicator())) {
                asked.measured(provision.indicator(), provision);
            }
            asked.conditions(provision);
        }
        return asked.below("/declarations", QuestionnaireMaker::isDeclaration);
    }

    private List<Question> effects(String sector, Level site) {
        List<String> may = book.effects().get(sector);
        IndicatorQuestions asked = new IndicatorQuestions(book, place);
        mayBind.targets(site).forEach(p -> asked.measured(p.measuredIndicator(), p));
        Set<String> targets = mayBind.targets(site).stream()
                .map(p -> p.measuredIndicator().id())
                .collect(Collectors.toSet());
        return asked.below(
                "/figures",
                indicator -> targets.contains(indicator.id()) && (may == null || may.contains(indicator.id())));
    }

    /** @param figures what is asked already */
    private List<ListSection> lists(List<Provision> bound, List<Question> figures) {
        Map<String, List<Provision>> byKind = bound.stream()
                .filter(Provision::isList)
                .collect(Collectors.groupingBy(p -> p.scope().kind(), LinkedHashMap::new, Collectors.toList()));
        List<ListSection> lists = new ArrayList<>();
        byKind.forEach((id, provisions) -> {
            ItemKind kind = book.kinds().get(id);
            if (kind != null) {
                lists.add(list(kind, provisions, figures));
            }
        });
        return lists;
    }

    private ListSection list(ItemKind kind, List<Provision> provisions, List<Question> figures) {
        IndicatorQuestions attributes = new IndicatorQuestions(book, place);
        IndicatorQuestions totals = new IndicatorQuestions(book, place);
        for (Provision provision : provisions) {
            attributes.conditions(provision);
            attributes.attribute(provision.measuredIndicator(), provision);
            totals.measured(provision.totalIndicator(), provision);
        }
        Set<String> asked = figures.stream().map(Question::key).collect(Collectors.toSet());
        List<Question> columns = new ArrayList<>();
        columns.add(Question.of("/name", new Label("名称", "Name"), Question.Type.TEXT, Map.of()));
        if (kind.in().size() > 1) {
            columns.add(Question.of("/in", new Label("所在区域", "Lies in"), Question.Type.CHOICE, lies(kind)));
        }
        columns.addAll(attributes.below("", indicator -> true));
        return new ListSection(
                kind, columns, provisions, totals.below("/figures", indicator -> !asked.contains(indicator.id())));
    }

    private Map<String, Label> lies(ItemKind kind) {
        Map<String, Label> options = new LinkedHashMap<>();
        kind.in().stream()
                .filter(level -> mayBind.places().stream().anyMatch(at -> at.getLevel() == level))
                .forEach(level -> options.put(level.id(), ProjectHead.where(level)));
        return options;
    }

    /** Each work once, with all that is asked of it. */
    private List<Question> stages(List<Provision> bound) {
        List<Question> stages = new ArrayList<>();
        Set<String> ids = bound.stream().map(Provision::id).collect(Collectors.toSet());
        book.works().forEach((id, asking) -> {
            List<Provision> here =
                    asking.stream().filter(p -> ids.contains(p.id())).toList();
            if (!here.isEmpty()) {
                stages.add(stage(id, asking.get(0).name(), here));
            }
        });
        return stages;
    }

    private Question stage(String id, Label name, List<Provision> asking) {
        Map<String, Label> options = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            options.put(stage.id(), stage.inWords());
        }
        asking.forEach(provision -> book.settledBy(provision).forEach(s -> options.put(s.id(), s.inWords())));
        return new Question(
                "/named-projects/" + id,
                name,
                Question.Type.STAGE,
                null,
                options,
                Label.of(""),
                asking.stream()
                        .map(p -> new QuestionReason(QuestionReason.Purpose.MEASURED, p, null))
                        .toList(),
                false,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    private static boolean isDeclaration(@Nullable Indicator indicator) {
        return indicator != null && indicator.type() == Indicator.Type.DECLARATION;
    }
}
