package plancheck.proof;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Model;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Term;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a change of the rules does to dossiers: for each provision that is in both rule books and written otherwise, whether some dossier
 * that is not missed by the one is missed by the other, shown by such a dossier.
 */
public final class ProvedDifference {

    /** What the second rule book's provision is to the first's. */
    public enum Change implements Term {
        SAME("要求相同", "asks the same"),
        STRICTER("更严", "stricter"),
        LOOSER("更宽", "looser"),
        NEITHER("有严有宽", "stricter for some, looser for others"),
        NOT_COMPARED("由人工判定，未比较", "left to a person, not compared");

        private final Label name;

        Change(String zh, String en) {
            this.name = new Label(zh, en);
        }

        @Override
        public Label inWords() {
            return name;
        }
    }

    /**
     * @param where the places, or projects, for which it is so
     * @param witnesses dossiers in JSON that the one finds missed and the other does not
     * @param confirmed whether the checks of both rule books say so
     */
    public record Entry(
            String provision, Change change, List<Label> where, List<String> witnesses, boolean confirmed) {}

    private record Side(RuleBook book, Confirmation confirmation) {
        static Side of(RuleBook book) {
            return new Side(book, new Confirmation(book));
        }
    }

    private final Side first;
    private final Side second;
    private final Context z3;

    private ProvedDifference(RuleBook first, RuleBook second, Context z3) {
        this.first = Side.of(first);
        this.second = Side.of(second);
        this.z3 = z3;
    }

    /** Those written otherwise, each once for each change it is to some place. */
    public static List<Entry> between(RuleBook first, RuleBook second) {
        try (Context z3 = new Context()) {
            ProvedDifference difference = new ProvedDifference(first, second, z3);
            List<Entry> entries = new ArrayList<>();
            for (Provision provision : first.provisions()) {
                second.provision(provision.id())
                        .filter(other -> !isWrittenAlike(provision, other, first, second))
                        .ifPresent(other -> entries.addAll(difference.of(provision, other)));
            }
            return List.copyOf(entries);
        }
    }

    private static boolean isWrittenAlike(Provision one, Provision other, RuleBook first, RuleBook second) {
        Plan before = first.plans().get(one.plan());
        Plan after = second.plans().get(other.plan());
        return one.source().equals(other.source())
                && Objects.equals(one.indicator(), other.indicator())
                && Objects.equals(one.total(), other.total())
                && before != null
                && after != null
                && before.baselines().equals(after.baselines());
    }

    private List<Entry> of(Provision one, Provision other) {
        if (one.criterion().leftToPerson().isPresent()
                || other.criterion().leftToPerson().isPresent()) {
            return List.of(new Entry(one.id(), Change.NOT_COMPARED, List.of(), List.of(), true));
        }
        Map<Change, Entry> entries = new LinkedHashMap<>();
        for (Setting setting : Setting.of(first.book)) {
            if (setting.mayBind(one.scope()) || setting.mayBind(other.scope())) {
                Entry found = at(setting, one, other);
                entries.merge(found.change(), found, ProvedDifference::both);
            }
        }
        return List.copyOf(entries.values());
    }

    private static Entry both(Entry one, Entry other) {
        Set<Label> where = new LinkedHashSet<>(one.where());
        where.addAll(other.where());
        return new Entry(
                one.provision(),
                one.change(),
                List.copyOf(where),
                one.witnesses(),
                one.confirmed() && other.confirmed());
    }

    private Entry at(Setting setting, Provision one, Provision other) {
        Unknowns unknowns = new Unknowns(z3, first.book, second.book);
        Encoding before = new Encoding(first.book, z3, setting, unknowns);
        Encoding after = new Encoding(second.book, z3, setting, unknowns);
        Set<LocalDate> days = new TreeSet<>(one.criterion().dueDates());
        days.addAll(other.criterion().dueDates());
        for (RuleBook book : List.of(first.book, second.book)) {
            Plan plan = book.plans().get(one.plan());
            if (plan != null) {
                days.add(LocalDate.of(plan.period().horizon(), 12, 31));
            }
        }
        EnumSet<Change> changes = EnumSet.noneOf(Change.class);
        List<String> witnesses = new ArrayList<>();
        boolean confirmed = true;
        for (LocalDate day : days) {
            Optional<Demand> was = before.demand(one, day);
            Optional<Demand> is = after.demand(other, day);
            for (boolean stricter : new boolean[] {true, false}) {
                Optional<Demand> missed = stricter ? is : was;
                Optional<Demand> kept = stricter ? was : is;
                Change change = stricter ? Change.STRICTER : Change.LOOSER;
                Optional<Model> model = missed.filter(ProvedDifference::counts)
                        .flatMap(demand -> model(unknowns, missed(demand), kept.map(this::notMissed)));
                if (model.isPresent() && changes.add(change)) {
                    Side finds = stricter ? second : first;
                    Side lets = stricter ? first : second;
                    ObjectNode dossier = unknowns.dossier(
                            model.get(),
                            finds.book,
                            setting,
                            day,
                            missed.orElseThrow().about());
                    witnesses.add(dossier.toString());
                    confirmed &= finds.confirmation.isMissed(dossier, stricter ? other : one);
                    confirmed &= kept.map(
                                    demand -> unknowns.dossier(model.get(), lets.book, setting, day, demand.about()))
                            .map(d -> !lets.confirmation.isMissed(d, stricter ? one : other))
                            .orElse(true);
                }
            }
        }
        Change change = changes.isEmpty()
                ? Change.SAME
                : changes.size() == 2 ? Change.NEITHER : changes.iterator().next();
        return new Entry(one.id(), change, List.of(setting.name(first.book)), List.copyOf(witnesses), confirmed);
    }

    /** What is but encouraged is missed by nobody, and nothing is before its day. */
    private static boolean counts(Demand demand) {
        LocalDate due = demand.provision().criterion().due();
        return demand.provision().force() != Force.ENCOURAGE
                && (due == null || !demand.asOf().isBefore(due));
    }

    private BoolExpr missed(Demand demand) {
        List<BoolExpr> all = new ArrayList<>(demand.sides());
        all.add(demand.binds());
        all.add(demand.missed());
        return z3.mkAnd(all.toArray(BoolExpr[]::new));
    }

    private BoolExpr notMissed(Demand demand) {
        return counts(demand) ? z3.mkNot(z3.mkAnd(demand.binds(), demand.missed())) : z3.mkTrue();
    }

    private Optional<Model> model(Unknowns unknowns, BoolExpr missed, Optional<BoolExpr> notMissed) {
        Solver solver = z3.mkSolver("QF_LIA");
        List<BoolExpr> all = new ArrayList<>(List.of(missed));
        notMissed.ifPresent(all::add);
        all.addAll(new Truths(z3, second.book, unknowns).all());
        all.addAll(unknowns.bounds());
        solver.add(all.toArray(BoolExpr[]::new));
        return solver.check() == Status.SATISFIABLE ? Optional.of(solver.getModel()) : Optional.empty();
    }
}
