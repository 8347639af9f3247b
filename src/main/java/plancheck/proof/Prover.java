package plancheck.proof;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Model;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import plancheck.facts.Label;
import plancheck.report.Outcome;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the solver about a whole rule book. What it says can be is shown by a dossier, and the check has to find in it what the
 * solver said; so the encoding is held against the judge with each question.
 */
public final class Prover {
    /** What to put on the class path. */
    public static final String SOLVER = "tools.aqua:z3-turnkey:4.14.1";

    private final RuleBook book;
    private final Context z3;
    private final Confirmation confirmation;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Map<String, Set<Label>>> floors = new LinkedHashMap<>();
    private final Set<String> encoded = new LinkedHashSet<>();
    private final Set<String> bound = new HashSet<>();
    private final Map<String, Violation> unbound = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private int questions;
    private int confirmed;

    private Prover(RuleBook book, Context z3) {
        this.book = book;
        this.z3 = z3;
        this.confirmation = new Confirmation(book);
    }

    /** Whether the solver is on the class path: it is large, and not in plancheck's jar. */
    public static boolean isAvailable() {
        try {
            Class.forName("com.microsoft.z3.Context");
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    public static Proof of(RuleBook book) {
        long before = cpu();
        try (Context z3 = new Context()) {
            return new Prover(book, z3).proof(before);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private Proof proof(long before) {
        Setting.of(book).forEach(setting -> new OfSetting(setting).ask());
        book.provisions().stream()
                .filter(p -> encoded.contains(p.id()) && !bound.contains(p.id()))
                .forEach(p -> violations.add(unbound.get(p.id())));
        List<String> notEncoded = book.provisions().stream()
                .map(Provision::id)
                .filter(id -> !encoded.contains(id))
                .toList();
        List<Proof.Floor> found = new ArrayList<>();
        floors.forEach((kept, of) ->
                of.forEach((floor, where) -> found.add(new Proof.Floor(kept, floor, List.copyOf(where)))));
        return new Proof(
                encoded.size(),
                notEncoded,
                questions,
                confirmed,
                Duration.ofNanos(cpu() - before),
                List.copyOf(violations),
                List.copyOf(found));
    }

    /** The last day something of the provision is due; of a standing duty the last of its plan. */
    private LocalDate lastDay(Provision provision) {
        List<LocalDate> due = provision.criterion().dueDates();
        Plan plan = book.plans().get(provision.plan());
        return due.isEmpty() && plan != null
                ? LocalDate.of(plan.period().horizon(), 12, 31)
                : due.stream().max(LocalDate::compareTo).orElseThrow();
    }

    private List<LocalDate> days(Provision provision) {
        List<LocalDate> due = provision.criterion().dueDates();
        return due.isEmpty() ? List.of(lastDay(provision)) : due;
    }

    /** All questions about one setting. */
    private final class OfSetting {
        private final Setting setting;
        private final Unknowns unknowns;
        private final Encoding encoding;
        private final Solver solver;
        private final Map<LocalDate, List<Demand>> demands = new LinkedHashMap<>();

        OfSetting(Setting setting) {
            this.setting = setting;
            this.unknowns = new Unknowns(z3, book);
            this.encoding = new Encoding(book, z3, setting, unknowns);
            this.solver = z3.mkSolver("QF_LIA");
        }

        void ask() {
            Set<LocalDate> days = new TreeSet<>();
            List<Provision> here = book.provisions().stream()
                    .filter(p -> p.criterion().leftToPerson().isEmpty() && setting.mayBind(p.scope()))
                    .toList();
            here.forEach(provision -> days.addAll(days(provision)));
            days.forEach(day -> demands.put(day, demands(here, day)));
            solver.add(new Truths(z3, book, unknowns).all().toArray(BoolExpr[]::new));
            solver.add(unknowns.bounds().toArray(BoolExpr[]::new));
            for (LocalDate day : days) {
                Objects.requireNonNull(demands.get(day)).stream()
                        .filter(demand -> days(demand.provision()).contains(day))
                        .forEach(this::single);
                together(day);
            }
            if (!days.isEmpty()) {
                pairs(Objects.requireNonNull(demands.get(((TreeSet<LocalDate>) days).last())));
            }
        }

        private List<Demand> demands(List<Provision> provisions, LocalDate day) {
            List<Demand> found = new ArrayList<>();
            for (Provision provision : provisions) {
                try {
                    encoding.demand(provision, day).ifPresent(found::add);
                    encoded.add(provision.id());
                } catch (Encoding.NoLineException e) {
                    encoded.add(provision.id());
                    bound.add(provision.id());
                    if (shown.add("line " + provision.id() + setting)) {
                        ObjectNode dossier = new Witness(book, setting, day)
                                .of(Map.of(
                                        Unknown.figure("", provision.measuredIndicator(), day.getYear()),
                                        BigDecimal.TEN));
                        boolean isError =
                                confirmation.outcomes(dossier, provision).contains(Outcome.ERROR);
                        violation(Fault.HAS_NO_LINE, List.of(provision), day, List.of(dossier.toString()), isError);
                    }
                }
            }
            return found;
        }

        /** Whether it can bind, be kept, and be missed: each is shown once, and asked everywhere. */
        private void single(Demand demand) {
            Provision provision = demand.provision();
            if (model(demand.binds()).isEmpty()) {
                unbound.computeIfAbsent(provision.id(), id -> bindsNobody(demand));
                return; // somewhere else it may bind; if nowhere, that is said at the end
            }
            bound.add(provision.id());
            String which = provision.id() + demand.asOf();
            Optional<Model> kept = model(demand.binds(), demand.kept(), sides(demand));
            if (kept.isEmpty()) {
                show(Fault.CANNOT_BE_KEPT, demand, model(demand.binds(), sides(demand)), false);
            } else if (shown.add("kept " + which)) {
                hold(demand, kept.get(), true);
            }
            Optional<Model> missed = model(demand.binds(), demand.missed(), sides(demand));
            if (missed.isEmpty()) {
                show(Fault.CANNOT_BE_MISSED, demand, model(demand.binds(), sides(demand)), true);
            } else if (shown.add("missed " + which)) {
                hold(demand, missed.get(), false);
            }
        }

        private Violation bindsNobody(Demand demand) {
            Optional<ObjectNode> dossier = model().map(m -> witness(m, List.of(demand), demand.asOf()));
            boolean found = dossier.map(d -> confirmation.outcomes(d, demand.provision()))
                    .filter(outcomes ->
                            !outcomes.isEmpty() && outcomes.stream().allMatch(o -> o == Outcome.NOT_APPLICABLE))
                    .isPresent();
            return violationOf(Fault.BINDS_NOBODY, List.of(demand.provision()), demand.asOf(), written(dossier), found);
        }

        /** The check has to say of the solver's dossier what the solver said. */
        private void hold(Demand demand, Model model, boolean isKept) {
            ObjectNode dossier = witness(model, List.of(demand), demand.asOf());
            boolean alike = isKept
                    ? confirmation.isKept(dossier, demand.provision())
                    : confirmation.isMissed(dossier, demand.provision());
            if (alike) {
                confirmed++;
            } else {
                violation(
                        Fault.UNLIKE_THE_CHECK,
                        List.of(demand.provision()),
                        demand.asOf(),
                        List.of(dossier.toString()),
                        true);
            }
        }

        private void show(Fault fault, Demand demand, Optional<Model> model, boolean isKept) {
            if (!shown.add(fault + demand.provision().id())) {
                return;
            }
            Optional<ObjectNode> dossier = model.map(m -> witness(m, List.of(demand), demand.asOf()));
            boolean found = dossier.map(d -> isKept
                            ? !confirmation.isMissed(d, demand.provision())
                            : !confirmation.isKept(d, demand.provision()))
                    .orElse(false);
            violation(fault, List.of(demand.provision()), demand.asOf(), written(dossier), found);
        }

        /** Whether the setting can keep all that binds it on the day. */
        private void together(LocalDate day) {
            List<Demand> all = Objects.requireNonNull(demands.get(day)).stream()
                    .filter(this::canBeKept)
                    .toList();
            if (model(all.stream().map(this::whole).toArray(BoolExpr[]::new)).isPresent()) {
                return;
            }
            List<Demand> core = new ArrayList<>(all);
            for (Demand one : all) {
                List<Demand> less = core.stream().filter(d -> !d.equals(one)).toList();
                if (model(less.stream().map(this::whole).toArray(BoolExpr[]::new))
                        .isEmpty()) {
                    core = new ArrayList<>(less);
                }
            }
            Set<String> ids = new TreeSet<>();
            core.forEach(demand -> ids.add(demand.provision().id()));
            if (!shown.add("together " + ids)) {
                return;
            }
            Demand last = core.get(core.size() - 1);
            List<BoolExpr> others = new ArrayList<>();
            core.stream().filter(d -> !d.equals(last)).forEach(d -> others.add(whole(d)));
            others.add(last.binds());
            others.addAll(last.sides());
            List<Demand> shownOf = core;
            Optional<ObjectNode> dossier =
                    model(others.toArray(BoolExpr[]::new)).map(m -> witness(m, shownOf, day));
            boolean found = dossier.map(d -> confirmation.isMissed(d, last.provision())
                            && shownOf.stream()
                                    .filter(one -> !one.equals(last))
                                    .allMatch(one -> confirmation.isKept(d, one.provision())))
                    .orElse(false);
            violation(Fault.NOT_TOGETHER, core.stream().map(Demand::provision).toList(), day, written(dossier), found);
        }

        private boolean canBeKept(Demand demand) {
            return !shown.contains(Fault.CANNOT_BE_KEPT + demand.provision().id());
        }

        private BoolExpr whole(Demand demand) {
            return z3.mkAnd(z3.mkImplies(demand.binds(), demand.kept()), sides(demand));
        }

        private BoolExpr sides(Demand demand) {
            return encoding.all(demand.sides());
        }

        /** Of two that go by the same, whether who keeps the one keeps the other, and whether a better figure hurts one. */
        private void pairs(List<Demand> all) {
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    if (isAboutTheSame(all.get(i).provision(), all.get(j).provision())) {
                        floor(all.get(i), all.get(j));
                        floor(all.get(j), all.get(i));
                        better(all.get(i), all.get(j));
                        better(all.get(j), all.get(i));
                    }
                }
            }
        }

        private static boolean isAboutTheSame(Provision a, Provision b) {
            return a.indicator() != null && b.indicator() != null
                    ? a.indicator().id().equals(b.indicator().id())
                            && a.scope().of() == b.scope().of()
                            && a.scope().kind().equals(b.scope().kind())
                    : a.criterion().given() == Criterion.Input.STAGE
                            && b.criterion().given() == Criterion.Input.STAGE
                            && a.stageId().equals(b.stageId());
        }

        private void floor(Demand one, Demand other) {
            if (model(one.binds(), other.binds(), one.kept()).isPresent()
                    && model(one.binds(), other.binds(), one.kept(), z3.mkNot(other.kept()))
                            .isEmpty()) {
                floors.computeIfAbsent(one.provision().id(), id -> new LinkedHashMap<>())
                        .computeIfAbsent(other.provision().id(), id -> new LinkedHashSet<>())
                        .add(setting.name(book));
            }
        }

        /** A figure that is better for the one, with which the other turns from kept to missed. */
        private void better(Demand one, Demand other) {
            var comparison = one.provision().criterion().comparison();
            if (comparison.isEmpty()
                    || other.provision().criterion().comparison().isEmpty()) {
                return;
            }
            Unknown figure = unknowns.figures().stream()
                    .filter(u -> one.about().contains(u)
                            && other.about().contains(u)
                            && u.id().equals(one.provision().measuredIndicator().id()))
                    .max(java.util.Comparator.comparing(Unknown::year))
                    .orElse(null);
            if (figure == null) {
                return;
            }
            var now = unknowns.number(figure);
            var then = z3.mkIntConst("then");
            boolean more = switch (comparison.get()) {
                case AT_LEAST, MORE_THAN, ABOUT -> true;
                case AT_MOST, LESS_THAN -> false;
            };
            BoolExpr missedThen = (BoolExpr) other.missed().substitute(now, then);
            Optional<Model> model = model(
                    one.binds(),
                    other.binds(),
                    other.kept(),
                    missedThen,
                    more ? z3.mkGt(then, now) : z3.mkLt(then, now));
            if (model.isPresent()
                    && shown.add(
                            "better " + one.provision().id() + other.provision().id())) {
                Demand missed = other;
                var before = witness(model.get(), List.of(other), other.asOf());
                Optional<Model> after = model(
                        other.binds(), missed.missed(), z3.mkEq(now, model.get().eval(then, true)));
                var worse = after.map(m -> witness(m, List.of(missed), missed.asOf()));
                violation(
                        Fault.BETTER_IS_WORSE,
                        List.of(one.provision(), other.provision()),
                        one.asOf(),
                        worse.map(w -> List.of(before.toString(), w.toString())).orElse(List.of()),
                        confirmation.isKept(before, other.provision())
                                && worse.map(w -> confirmation.isMissed(w, other.provision()))
                                        .orElse(false));
            }
        }

        private ObjectNode witness(Model model, Collection<Demand> of, LocalDate day) {
            return unknowns.dossier(model, book, setting, day, Witness.about(of));
        }

        private Optional<Model> model(BoolExpr... asked) {
            questions++;
            solver.push();
            try {
                solver.add(asked);
                return solver.check() == Status.SATISFIABLE ? Optional.of(solver.getModel()) : Optional.empty();
            } finally {
                solver.pop();
            }
        }

        private void violation(
                Fault fault, List<Provision> of, LocalDate day, List<String> witnesses, boolean isConfirmed) {
            violations.add(violationOf(fault, of, day, witnesses, isConfirmed));
        }

        private Violation violationOf(
                Fault fault, List<Provision> of, LocalDate day, List<String> witnesses, boolean isConfirmed) {
            return new Violation(
                    fault, of.stream().map(Provision::id).toList(), setting.name(book), day, witnesses, isConfirmed);
        }

        private static List<String> written(Optional<ObjectNode> dossier) {
            return dossier.stream().map(Object::toString).toList();
        }
    }
}
