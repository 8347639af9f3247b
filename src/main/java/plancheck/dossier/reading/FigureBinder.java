package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.NamedDocument;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Caveat;
import plancheck.facts.Figure;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
import plancheck.facts.Settlement;
import plancheck.facts.Source;
import plancheck.facts.Statement;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** Makes figures from nodes: units converted, years kept, nothing guessed. */
final class FigureBinder {
    private final RuleBook book;
    private final @Nullable PlaceName place;
    private final int asOfYear;
    private final Problems problems;

    /** @param place null when the dossier names none that is known */
    FigureBinder(RuleBook book, @Nullable PlaceName place, int asOfYear, Problems problems) {
        this.book = book;
        this.place = place;
        this.asOfYear = asOfYear;
        this.problems = problems;
    }

    /** The figure; null when what is written is no value, which the shape check has reported. */
    @Nullable
    Figure figure(Indicator indicator, Node node) {
        if (node.isUnknown()) {
            return Figure.unknown(indicator.id(), node.line());
        }
        if (node.form() != Node.Form.MAPPING) {
            Object value = value(indicator, node);
            return value == null ? null : given(indicator.id(), value, node);
        }
        if (indicator.type() == Indicator.Type.DECLARATION) {
            return declaration(indicator, node);
        }
        return braces(indicator, node);
    }

    /** An attribute of an item, whose source and evidence stand beside it. */
    @Nullable
    Figure attribute(Indicator indicator, Node node, Node item) {
        Object value = value(indicator, node);
        return value == null
                ? null
                : make(
                        indicator.id(),
                        value,
                        asOfYear,
                        item,
                        Collections.emptySortedMap(),
                        Map.of(),
                        Caveat.NONE,
                        node.line());
    }

    private @Nullable Figure declaration(Indicator indicator, Node node) {
        Node answer = node.at("answer");
        Object given = answer == null ? null : Scalars.yesNo(answer);
        if (answer != null && given == null) {
            given = Term.find(Settlement.class, answer.textOrEmpty()).orElse(null);
        }
        Figure figure = given(indicator.id(), given, node);
        return given == null && figure.said().parts().isEmpty() ? null : figure;
    }

    /** The parts that are answered, and who says so. */
    private static Statement said(Node node) {
        Map<String, Boolean> parts = new LinkedHashMap<>();
        Node answered = node.at("parts");
        if (answered != null) {
            answered.entries().forEach((id, part) -> {
                Boolean yes = Scalars.yesNo(part);
                if (yes != null) {
                    parts.put(id, yes);
                }
            });
        }
        String by = DossierBinder.text(node, "by").strip();
        String reason = DossierBinder.text(node, "reason").strip();
        return parts.isEmpty() && by.isEmpty() && reason.isEmpty()
                ? Statement.NONE
                : new Statement(Collections.unmodifiableMap(parts), by, reason);
    }

    /** A value of the as-of year. */
    Figure given(String indicator, @Nullable Object value, Node node) {
        return make(
                indicator, value, yearOf(node), node, Collections.emptySortedMap(), Map.of(), Caveat.NONE, node.line());
    }

    /** The year of the day an answer or a stage is of; where it says none, or one still to come, the as-of year. */
    private int yearOf(Node node) {
        LocalDate day = DossierBinder.date(node, "date");
        if (day != null && day.getYear() > asOfYear) {
            error(
                    node,
                    Message.of("dossier.day-after-as-of", day, asOfYear),
                    Message.of("dossier.check-year-or-as-of"));
        }
        return day == null ? asOfYear : Math.min(day.getYear(), asOfYear);
    }

    private Caveat caveat(Indicator indicator, @Nullable Unit unit, Node node) {
        Node about = node.at("about");
        Node through = node.at("through-month");
        BigDecimal month = through == null ? null : Scalars.decimal(through);
        List<Caveat.OtherValue> others = new ArrayList<>();
        Node also = node.at("also");
        if (also != null) {
            for (Node other : also.members()) {
                Node value = other.at("value");
                Object converted = value == null ? null : converted(indicator, value, unit);
                if (converted instanceof BigDecimal number) {
                    others.add(new Caveat.OtherValue(number, source(other), evidence(other)));
                }
            }
        }
        boolean isAbout = about != null && Boolean.TRUE.equals(Scalars.yesNo(about));
        Node building = node.at("under-way");
        Object underWay = building == null ? null : converted(indicator, building, unit);
        Map<String, BigDecimal> shares = shares(node.at("shares"));
        return !isAbout && month == null && others.isEmpty() && underWay == null && shares.isEmpty()
                ? Caveat.NONE
                : new Caveat(
                        isAbout,
                        month == null ? 12 : month.intValue(),
                        List.copyOf(others),
                        underWay instanceof BigDecimal number ? number : null,
                        shares);
    }

    private static Map<String, BigDecimal> shares(@Nullable Node node) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        if (node != null) {
            node.entries().forEach((attribute, share) -> {
                BigDecimal percent = Scalars.decimal(share, "%");
                if (percent != null) {
                    shares.put(attribute, percent);
                }
            });
        }
        return Collections.unmodifiableMap(shares);
    }

    private static Source source(Node provenance) {
        Node source = provenance.at("source");
        return source == null
                ? Source.SELF_REPORTED
                : Term.find(Source.class, source.textOrEmpty()).orElse(Source.SELF_REPORTED);
    }

    private @Nullable Figure braces(Indicator indicator, Node node) {
        Unit unit = unit(indicator, node);
        if (indicator.unit() != null && unit == null) {
            return null; // reported as a missing or wrong unit by the shape check
        }
        Node value = node.at("value");
        Node series = node.at("series");
        Node parts = node.at("by-county");
        Integer year = series == null ? year(indicator, node) : Integer.valueOf(asOfYear);
        Object single = value == null ? null : converted(indicator, value, unit);
        SortedMap<Integer, BigDecimal> byYear = new TreeMap<>();
        if (series != null) {
            series.entries().forEach((key, n) -> put(indicator, unit, key, n, byYear));
        }
        Map<String, BigDecimal> byCounty = new LinkedHashMap<>();
        if (parts != null) {
            parts.entries().forEach((key, n) -> part(indicator, unit, key, n, byCounty));
        }
        boolean none = single == null && byYear.isEmpty() && byCounty.isEmpty();
        return none || year == null
                ? null
                : make(
                        indicator.id(),
                        single,
                        year,
                        node,
                        byYear,
                        byCounty,
                        caveat(indicator, unit, node),
                        node.line());
    }

    private @Nullable Unit unit(Indicator indicator, Node node) {
        Node unit = node.at("unit");
        Unit given = unit == null ? null : Unit.of(unit.textOrEmpty()).orElse(null);
        return indicator.unit() == null || given == null || !given.sameDimension(indicator.unit()) ? null : given;
    }

    /** Null when it is missing or wrong, which the shape check has reported, or still to come. */
    private @Nullable Integer year(Indicator indicator, Node node) {
        Node written = node.at("year");
        Integer year = written == null ? null : Scalars.year(written);
        return written == null || year == null || isLater(indicator, year, written) ? null : year;
    }

    private boolean isLater(Indicator indicator, int year, Node node) {
        if (year <= asOfYear) {
            return false;
        }
        error(
                node,
                Message.of("dossier.year-after-as-of", indicator.name(), year, asOfYear),
                Message.of("dossier.check-year-or-as-of"));
        return true;
    }

    private void put(
            Indicator indicator, @Nullable Unit unit, String key, Node node, SortedMap<Integer, BigDecimal> series) {
        if (key.matches("\\d{4}") && converted(indicator, node, unit) instanceof BigDecimal value) {
            if (!isLater(indicator, Integer.parseInt(key), node)) {
                series.put(Integer.valueOf(key), value);
            }
        }
    }

    private void part(Indicator indicator, @Nullable Unit unit, String key, Node node, Map<String, BigDecimal> parts) {
        PlaceName county = book.places().get(key);
        if (county == null || county.level() != Level.COUNTY) {
            return; // reported by the shape check
        }
        Object value = converted(indicator, node, unit);
        if (place != null && !county.parent().equals(place.code())) {
            error(
                    node,
                    Message.of("dossier.no-county-of", county.inWords(), place.inWords()),
                    Message.of("dossier.by-county-of-cities-only"));
        } else if (value instanceof BigDecimal part && part.signum() < 0 && indicator.min() == null) {
            error(
                    node,
                    Message.of("dossier.cannot-be-negative", county.inWords(), indicator.name()),
                    Message.of("dossier.check-value"));
        } else if (value instanceof BigDecimal part) {
            parts.put(key, part);
        }
    }

    private @Nullable Object converted(Indicator indicator, Node node, @Nullable Unit unit) {
        Object value = value(indicator, node);
        if (value instanceof BigDecimal number && unit != null && indicator.unit() != null) {
            BigDecimal own = unit.convert(number, indicator.unit());
            ScalarCheck check = new ScalarCheck(problems);
            check.range(node, own, indicator.min(), indicator.max(), indicator.name());
            check.whole(node, own, indicator.unit(), indicator.name());
            return own;
        }
        return value;
    }

    private static @Nullable Object value(Indicator indicator, Node node) {
        return switch (indicator.type()) {
            case NUMBER -> Scalars.decimal(node, indicator.unitSymbol());
            case YES_NO, DECLARATION -> Scalars.yesNo(node);
            case CHOICE -> indicator.choices().containsKey(node.textOrEmpty()) ? node.textOrEmpty() : null;
            case TEXT -> node.textOrEmpty();
        };
    }

    private Figure make(
            String indicator,
            @Nullable Object value,
            int year,
            Node provenance,
            SortedMap<Integer, BigDecimal> series,
            Map<String, BigDecimal> byCounty,
            Caveat caveat,
            int line) {
        return new Figure(
                indicator,
                value,
                year,
                source(provenance),
                evidence(provenance),
                series,
                byCounty,
                caveat,
                said(provenance),
                line);
    }

    /** The documents named for it, each once. */
    static List<String> evidence(Node provenance) {
        Node evidence = provenance.at("evidence");
        Map<String, String> documents = new LinkedHashMap<>();
        if (evidence != null) {
            evidence.members().stream()
                    .map(Node::textOrEmpty)
                    .filter(NamedDocument::isNamedBy)
                    .forEach(text -> documents.putIfAbsent(NormalForm.of(text), text));
        }
        return List.copyOf(documents.values());
    }

    private void error(Node node, Message message, Message advice) {
        problems.add(Problem.error(node.line(), node.pointer(), message, advice));
    }
}
