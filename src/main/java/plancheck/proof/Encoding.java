package plancheck.proof;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.IntSort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import plancheck.facts.Subject;
import plancheck.rulebook.Baseline;
import plancheck.rulebook.Baselines;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Operator;
import plancheck.rulebook.Part;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;

/** The provisions of a rule book in the solver's words, for one setting: the same that the judge does with a dossier that lacks nothing. */
final class Encoding {
    /** A list has two entries, alike: enough for all of them to keep what is asked, and for nearly all not to. */
    static final int ENTRIES = 2;

    private final RuleBook book;
    private final Context z3;
    private final Setting setting;
    private final Unknowns unknowns;
    private final Baselines baselines;

    Encoding(RuleBook book, Context z3, Setting setting, Unknowns unknowns) {
        this.book = book;
        this.z3 = z3;
        this.setting = setting;
        this.unknowns = unknowns;
        this.baselines = new Baselines(book.plans().values());
    }

    /** The provision at the date; empty when it binds nobody in the setting, or leaves all to a person. */
    Optional<Demand> demand(Provision provision, LocalDate asOf) {
        if (provision.criterion().leftToPerson().isPresent() || !setting.mayBind(provision.scope())) {
            return Optional.empty();
        }
        Set<Unknown> about = new LinkedHashSet<>();
        unknowns.tell(about::add);
        List<BoolExpr> binding = new ArrayList<>();
        setting.subjects(provision.scope()).forEach(subject -> binding.add(binds(provision, subject, asOf.getYear())));
        BoolExpr binds = any(binding);
        Asked asked = provision.criterion().fold(new Asking(provision, asOf));
        List<BoolExpr> sides = new ArrayList<>();
        if (provision.isList()) {
            Unknown total = Unknown.figure("", provision.totalIndicator(), asOf.getYear());
            sides.add((BoolExpr) z3.mkITE(binds, is(total, ENTRIES), is(total, 0)));
        }
        unknowns.tell(unknown -> {});
        return Optional.of(new Demand(provision, asOf, binds, asked.kept, asked.missed, sides, about));
    }

    private BoolExpr is(Unknown figure, int value) {
        return z3.mkEq(
                unknowns.number(figure), unknowns.line(figure.indicator().orElseThrow(), BigDecimal.valueOf(value)));
    }

    private BoolExpr binds(Provision provision, Subject subject, int year) {
        return all(provision.scope().conditions().stream()
                .map(condition -> condition.figure()
                        ? holds(condition, ofWhom(provision), year)
                        : z3.mkBool(Boolean.TRUE.equals(condition.holds(subject))))
                .toList());
    }

    /** Whose attributes the provision goes by. */
    private static String ofWhom(Provision provision) {
        return switch (provision.scope().of()) {
            case PLACE -> "";
            case ITEM -> provision.scope().kind();
            case PROJECT -> Unknown.PROJECT;
        };
    }

    private BoolExpr holds(Condition condition, String of, int year) {
        Indicator indicator = book.indicators().get(condition.attribute());
        if (indicator == null) {
            throw new IllegalStateException("no indicator " + condition.attribute());
        }
        return switch (indicator.type()) {
            case NUMBER -> number(condition, indicator, unknowns.number(Unknown.figure(of, indicator, year)));
            case YES_NO, DECLARATION -> {
                BoolExpr answer = unknowns.answer(Unknown.answer(of, indicator, ""));
                yield among(condition, yes -> Boolean.TRUE.equals(yes) ? answer : z3.mkNot(answer));
            }
            case CHOICE, TEXT -> {
                IntExpr choice = unknowns.number(Unknown.answer(of, indicator, ""));
                List<String> ids = List.copyOf(indicator.choices().keySet());
                yield among(condition, id -> z3.mkEq(choice, z3.mkInt(ids.indexOf(String.valueOf(id)))));
            }
        };
    }

    private BoolExpr among(Condition condition, Function<Object, BoolExpr> is) {
        BoolExpr among = any(condition.operands().stream().map(is).toList());
        return condition.operator().equals("!=") ? z3.mkNot(among) : among;
    }

    private BoolExpr number(Condition condition, Indicator indicator, IntExpr number) {
        return switch (condition.operator()) {
            case "<" -> z3.mkLt(number, line(condition, indicator));
            case "<=" -> z3.mkLe(number, line(condition, indicator));
            case ">" -> z3.mkGt(number, line(condition, indicator));
            case ">=" -> z3.mkGe(number, line(condition, indicator));
            default -> among(condition, value -> z3.mkEq(number, unknowns.line(indicator, (BigDecimal) value)));
        };
    }

    private ArithExpr<IntSort> line(Condition condition, Indicator indicator) {
        return unknowns.line(indicator, (BigDecimal) condition.operands().get(0));
    }

    BoolExpr all(Collection<BoolExpr> of) {
        return z3.mkAnd(of.toArray(BoolExpr[]::new));
    }

    BoolExpr any(Collection<BoolExpr> of) {
        return z3.mkOr(of.toArray(BoolExpr[]::new));
    }

    private record Asked(BoolExpr kept, BoolExpr missed) {}

    /** What the judge makes of each kind. */
    private final class Asking implements Criterion.Cases<Asked> {
        private final Provision provision;
        private final LocalDate asOf;
        private final String of;

        Asking(Provision provision, LocalDate asOf) {
            this.provision = provision;
            this.asOf = asOf;
            this.of = ofWhom(provision);
        }

        @Override
        public Asked threshold(Criterion.Threshold asked) {
            Indicator indicator = provision.measuredIndicator();
            // Of an item of a list the judge asks the first value alone.
            Criterion.Milestone milestone =
                    of.isEmpty() ? asked.at(asOf) : asked.milestones().get(0);
            BigDecimal value = milestone.value() == null ? baseline() : milestone.value();
            return compared(asked.operator(), Unknown.figure(of, indicator, asOf.getYear()), value);
        }

        private BigDecimal baseline() {
            Baseline found = baselines.of(provision, setting.place().code());
            if (found == null) {
                throw new NoLineException(provision.id());
            }
            return found.value();
        }

        private Asked compared(Operator operator, Unknown figure, BigDecimal value) {
            Indicator indicator = provision.measuredIndicator();
            ArithExpr<IntSort> number = counted(figure);
            ArithExpr<IntSort> line = unknowns.line(indicator, value);
            BoolExpr kept = switch (operator) {
                case AT_LEAST, ABOUT -> z3.mkGe(number, line);
                case AT_MOST -> z3.mkLe(number, line);
                case MORE_THAN -> z3.mkGt(number, line);
                case LESS_THAN -> z3.mkLt(number, line);
            };
            if (operator != Operator.ABOUT || !of.isEmpty()) {
                return new Asked(kept, z3.mkNot(kept));
            }
            int near = 100
                    - book.parameter(provision, Ruling.Parameter.ABOUT_WITHIN).intValueExact();
            BoolExpr missed = z3.mkLt(z3.mkMul(number, z3.mkInt(100)), z3.mkMul(line, z3.mkInt(near)));
            return new Asked(kept, missed);
        }

        /** With what the higher class has beyond its own number (ruling R41); both are whole, so their steps are alike. */
        private ArithExpr<IntSort> counted(Unknown figure) {
            IntExpr own = unknowns.number(figure);
            Provision higher = book.ofHigherClass(provision).orElse(null);
            BigDecimal asked = higher == null
                    ? null
                    : higher.criterion()
                            .threshold()
                            .map(threshold -> threshold.at(asOf).value())
                            .orElse(null);
            if (higher == null || asked == null) {
                return own;
            }
            Indicator indicator = higher.measuredIndicator();
            IntExpr all = unknowns.number(Unknown.figure(of, indicator, asOf.getYear()));
            ArithExpr<IntSort> beyond = z3.mkSub(all, unknowns.line(indicator, asked));
            IntExpr surplus = (IntExpr) z3.mkITE(z3.mkGt(beyond, z3.mkInt(0)), beyond, z3.mkInt(0));
            return z3.mkAdd(own, surplus);
        }

        @Override
        public Asked yearly(Criterion.YearlyThreshold asked) {
            Indicator indicator = provision.measuredIndicator();
            List<Asked> years = asked.years().stream()
                    .filter(year -> !LocalDate.of(year, 12, 31).isAfter(asOf))
                    .map(year -> compared(asked.operator(), Unknown.figure(of, indicator, year), asked.value()))
                    .toList();
            return new Asked(
                    all(years.stream().map(Asked::kept).toList()),
                    any(years.stream().map(Asked::missed).toList()));
        }

        @Override
        public Asked answer(Criterion.RequiredAnswer asked) {
            Indicator indicator = provision.measuredIndicator();
            BoolExpr yes = parts(indicator, asked.anyPart());
            BoolExpr kept = asked.expected() ? yes : z3.mkNot(yes);
            return new Asked(kept, z3.mkNot(kept));
        }

        private BoolExpr parts(Indicator indicator, boolean anyOfThem) {
            List<BoolExpr> parts = indicator.parts().stream()
                    .map(Part::id)
                    .map(part -> unknowns.answer(Unknown.answer(of, indicator, part)))
                    .toList();
            return parts.isEmpty()
                    ? unknowns.answer(Unknown.answer(of, indicator, ""))
                    : anyOfThem ? any(parts) : all(parts);
        }

        @Override
        public Asked reached(Criterion.RequiredStage asked) {
            IntExpr stage = unknowns.number(Unknown.stage(provision.stageId()));
            BoolExpr kept = z3.mkGe(stage, z3.mkInt(asked.at(asOf).stage().ordinal()));
            return new Asked(kept, z3.mkNot(kept));
        }

        @Override
        public Asked review(Criterion.Review asked) {
            throw new IllegalStateException(provision.id() + " is left to a person");
        }

        @Override
        public Asked basis(Criterion.RequiredBasis asked) {
            throw new IllegalStateException(provision.id() + " asks for no figure and no answer");
        }
    }

    /** A provision goes by the plan's baseline, and the plan has none for the place. */
    static final class NoLineException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoLineException(String provision) {
            super(provision);
        }
    }
}
