package plancheck.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.NormalForm;
import plancheck.facts.Settlement;
import plancheck.plan.store.KnownPlans;

/**
 * All rules of all plans at one version.
 *
 * @param version as {@code rulebook.yaml} names it
 * @param digest SHA-256 over every source file, in hexadecimal
 * @param provisions plan by plan, the nearest to the ground first
 * @param registers what they are written with
 * @param rules the provisions as Drools' rules
 */
public record RuleBook(String version, String digest, List<Provision> provisions, Registers registers, KieBase rules) {

    public Map<String, Indicator> indicators() {
        return registers.indicators();
    }

    public Map<String, ItemKind> kinds() {
        return registers.kinds();
    }

    public Map<String, Label> features() {
        return registers.features();
    }

    /** By what each sector is known before anybody has said it. */
    public Map<String, SectorSigns> signs() {
        return registers.signs();
    }

    public Map<String, Label> sectors() {
        return registers.sectors();
    }

    public Map<String, List<String>> effects() {
        return registers.effects();
    }

    public Map<String, Ruling> rulings() {
        return registers.rulings();
    }

    public Map<String, Plan> plans() {
        return registers.plans();
    }

    public Map<String, PlaceName> places() {
        return registers.places();
    }

    /** Who usually answers what, the one that puts the dossier together first; empty where the rules name nobody. */
    public List<Bureau> bureaus() {
        return registers.bureaus();
    }

    /** What figures usually are; nothing is judged by it. */
    public List<FigureCheck> figureChecks() {
        return registers.figureChecks();
    }

    public List<String> phrases() {
        return registers.phrases();
    }

    public List<String> askedEverywhere() {
        return registers.askedEverywhere();
    }

    public List<Change> changes() {
        return registers.changes();
    }

    /** The works that the plans name or count, and the kinds of works that they call for. */
    public List<PlannedWork> plannedWorks() {
        return registers.plannedWorks();
    }

    /** The planned work with this id, empty when there is none. */
    public Optional<PlannedWork> plannedWork(String id) {
        return plannedWorks().stream().filter(work -> work.id().equals(id)).findFirst();
    }

    /** Where a planned work stands: its own clause and anchor, or those of the provision that asks for it first. */
    public Citation citation(PlannedWork work) {
        if (work.clause().isEmpty()) {
            return provision(work.askedBy().get(0)).orElseThrow().citations().get(0);
        }
        Plan plan = Objects.requireNonNull(plans().get(work.plan()));
        return new Citation(plan.id(), plan.name(), plan.number(), work.clause(), work.anchor());
    }

    public Map<String, String> wordsOfChecks() {
        return registers.wordsOfChecks();
    }

    public List<Exemption> exemptions() {
        return registers.exemptions();
    }

    /** The text of each ruling by its id. */
    public Map<String, Label> rulingTexts() {
        return rulings().values().stream().collect(Collectors.toUnmodifiableMap(Ruling::id, Ruling::text));
    }

    /** The name of each place by its code, in the book's order. */
    public Map<String, Label> placesInWords() {
        Map<String, Label> names = new LinkedHashMap<>();
        places().forEach((code, place) -> names.put(code, place.inWords()));
        return names;
    }

    /**
     * Every way of writing a place: its code, its names, and the codes and names it had; one that two places share is the
     * present one's.
     */
    public Map<String, PlaceName> placesAsWritten() {
        Map<String, PlaceName> written = new LinkedHashMap<>(places());
        places().values().forEach(place -> {
            written.putIfAbsent(place.name(), place);
            written.putIfAbsent(place.inWords().en(), place);
        });
        places().values().forEach(place -> written.putIfAbsent(place.shortName(), place));
        places().values()
                .forEach(place -> place.former().forEach(before -> {
                    written.putIfAbsent(before.code(), place);
                    written.putIfAbsent(before.inWords().zh(), place);
                    written.putIfAbsent(before.inWords().en(), place);
                }));
        return written;
    }

    /** The place that is written so, by code or name, of now or of before, however it is typed. */
    public Optional<PlaceName> place(String written) {
        return Optional.ofNullable(placesAsWritten().get(NormalForm.of(written)));
    }

    /** By what the texts of the plans are recognised. */
    public KnownPlans knownPlans() {
        return new KnownPlans(plans().values().stream().map(Plan::known).toList());
    }

    /**
     * A number of a ruling that the provision cites.
     *
     * @throws IllegalStateException when it cites none that has one, which the reader never lets through
     */
    public BigDecimal parameter(Provision provision, Ruling.Parameter parameter) {
        return provision.rulings().stream()
                .flatMap(id -> Optional.ofNullable(rulings().get(id)).stream())
                .flatMap(ruling -> Optional.ofNullable(ruling.parameters().get(parameter)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        provision.id() + " cites no ruling with a number for " + parameter.id()));
    }

    /** The works whose stages are asked, by the id under which a dossier says them: the provisions that ask, its own first. */
    public Map<String, List<Provision>> works() {
        Map<String, List<Provision>> works = new LinkedHashMap<>();
        provisions.stream()
                .filter(provision -> provision.criterion().given() == Criterion.Input.STAGE)
                .sorted(Comparator.comparing(
                        provision -> !provision.particulars().sameAs().isEmpty()))
                .forEach(provision -> works.computeIfAbsent(provision.stageId(), id -> new ArrayList<>())
                        .add(provision));
        return works;
    }

    /** The id under which a dossier answers what bears this id: another provision's, where it shares that one's answer (R43). */
    public String answerId(String id) {
        return provision(id)
                .filter(provision -> !provision.particulars().sameAs().isEmpty())
                .map(provision -> provision.particulars().sameAs())
                .orElse(id);
    }

    /** What settles the provision beside the answer it asks for, by the rulings it cites; mostly empty. */
    public List<Settlement> settledBy(Provision provision) {
        return rulingsOf(provision)
                .flatMap(ruling -> ruling.settledBy().stream())
                .distinct()
                .toList();
    }

    /**
     * The ruling by whose date it is due, where what is not done by then is left to a person: our reading gives the date, and the
     * plan neither counts nor names what is asked. Empty where a miss is a miss.
     */
    public Optional<Ruling> leftToPersonBy(Provision provision) {
        boolean counted = provision.isList()
                || provision.criterion().given() == Criterion.Input.FIGURE
                || provision.criterion().given() == Criterion.Input.FIGURE_OF_EACH_YEAR;
        return counted || !provision.particulars().named().isEmpty()
                ? Optional.empty()
                : rulingsOf(provision)
                        .filter(ruling -> ruling.effects().contains(Ruling.Effect.LEAVES_UNCOUNTED))
                        .findFirst();
    }

    /** The provision of the same clause that asks for the next higher class, whose surplus counts here (ruling R41). */
    public Optional<Provision> ofHigherClass(Provision provision) {
        Indicator indicator = provision.indicator();
        String higher = indicator == null ? null : indicator.bearing().higherClass();
        return higher == null
                ? Optional.empty()
                : provisions.stream()
                        .filter(other -> other.indicator() != null
                                && other.indicator().id().equals(higher)
                                && other.plan().equals(provision.plan())
                                && other.citations()
                                        .get(0)
                                        .clause()
                                        .equals(provision.citations().get(0).clause()))
                        .findFirst();
    }

    /** Whether a ruling that the provision rests on makes this of its findings. */
    public boolean has(Provision provision, Ruling.Effect effect) {
        return rulingsOf(provision).anyMatch(ruling -> ruling.effects().contains(effect));
    }

    private Stream<Ruling> rulingsOf(Provision provision) {
        return provision.rulings().stream()
                .flatMap(id -> Optional.ofNullable(rulings().get(id)).stream());
    }

    /** What figures are to one another by what they are. */
    public List<IndicatorRelation> indicatorRelations() {
        return IndicatorRelation.of(indicators().values(), provisions);
    }

    /** The indicator a relation is of. */
    public Indicator indicatorOf(IndicatorRelation relation) {
        return indicator(relation.indicator());
    }

    /** What the others of a relation are called: indicators, the items of a list, or the parts of an answer. */
    public List<Label> othersInWords(IndicatorRelation relation) {
        return switch (relation.kind()) {
            case COUNTS ->
                relation.others().stream()
                        .map(list -> Objects.requireNonNull(kinds().get(list)).name())
                        .toList();
            case ALL_OF, ANY_OF ->
                indicatorOf(relation).parts().stream().map(Part::name).toList();
            case PART_OF, SUM_OF, RATIO, DIFFERENCE, NEVER_FALLS, SUM_OF_COUNTIES, IMPLIES ->
                relation.others().stream().map(other -> indicator(other).name()).toList();
        };
    }

    /** @param id of an indicator that there is */
    public Label indicatorName(String id) {
        return indicator(id).name();
    }

    private Indicator indicator(String id) {
        return Objects.requireNonNull(indicators().get(id), id);
    }

    /** The rulings that provisions of this form rest on, in brackets as messages name them; empty when there are none. */
    public Label rulingsOn(RulingForm form) {
        List<String> ids = rulings().values().stream()
                .filter(ruling -> ruling.isNeededBy(form))
                .map(Ruling::id)
                .toList();
        return ids.isEmpty()
                ? Label.of("")
                : new Label("（" + String.join("、", ids) + "）", " (" + String.join(", ", ids) + ")");
    }

    /**
     * The provisions that rest on each clause of a plan, those of another plan too, by the clause's path; found once for all
     * clauses, since each provision cites one or two of some hundreds. In the order of the book.
     */
    public Map<String, List<Provision>> citing(Plan plan) {
        Map<String, List<Provision>> citing = new LinkedHashMap<>();
        for (Provision provision : provisions) {
            provision.citations().stream()
                    .filter(citation -> citation.plan().equals(plan.id()))
                    .map(Citation::clause)
                    .distinct()
                    .forEach(path ->
                            citing.computeIfAbsent(path, p -> new ArrayList<>()).add(provision));
        }
        return citing;
    }

    public Optional<Provision> provision(String id) {
        return provisions.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /**
     * This rule book with the provisions read for it, and what they alone ask for among the indicators.
     *
     * @param compiled the same provisions as Drools' rules
     */
    public RuleBook completed(List<Provision> read, KieBase compiled) {
        List<Provision> related =
                Relations.among(read, plans().values(), rulings().values());
        return new RuleBook(version, digest, related, registers.with(read), compiled);
    }

    /** This rule book with other provisions for the same rules; for tests that change one step of a requirement. */
    public RuleBook withProvisions(List<Provision> changed) {
        return new RuleBook(version, digest, changed, registers, rules);
    }
}
