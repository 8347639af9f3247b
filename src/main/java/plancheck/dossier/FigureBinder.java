package plancheck.dossier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Figure;
import plancheck.facts.Level;
import plancheck.facts.Source;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** Makes figures from nodes: units converted, years kept, nothing guessed. */
final class FigureBinder {
    private final RuleBook book;
    private final int asOfYear;
    private final List<Problem> problems;

    FigureBinder(RuleBook book, int asOfYear, List<Problem> problems) {
        this.book = book;
        this.asOfYear = asOfYear;
        this.problems = problems;
    }

    /** The figure; null when what is written is no value, which the shape check has reported. */
    @Nullable Figure figure(Indicator indicator, Node node) {
        if (node.form() != Node.Form.MAPPING) {
            Object value = value(indicator, node);
            return value == null ? null : given(indicator.id(), value, node);
        }
        if (indicator.type() == Indicator.Type.DECLARATION) {
            Node answer = node.at("answer");
            Boolean yes = answer == null ? null : ShapeCheck.yesNo(answer);
            return yes == null ? null : given(indicator.id(), yes, node);
        }
        return braces(indicator, node);
    }

    /** An attribute of an item, whose source and evidence stand beside it. */
    @Nullable Figure attribute(Indicator indicator, Node node, Node item) {
        Object value = value(indicator, node);
        return value == null
                ? null
                : make(indicator.id(), value, asOfYear, item, Collections.emptySortedMap(), Map.of(), node.line());
    }

    /** A value of the as-of year. */
    Figure given(String indicator, Object value, Node node) {
        return make(indicator, value, asOfYear, node, Collections.emptySortedMap(), Map.of(), node.line());
    }

    private @Nullable Figure braces(Indicator indicator, Node node) {
        List<String> written =
                Shape.ONE_VALUE.stream().filter(key -> node.at(key) != null).toList();
        if (written.size() > 1) {
            error(node, "“" + indicator.label() + "”同时写了" + written, "三者只写一样");
            return null;
        }
        if (written.isEmpty()) {
            return null;
        }
        Unit unit = unit(indicator, node);
        if (indicator.unit() != null && unit == null) {
            return null; // reported as a missing or wrong unit by the shape check
        }
        Node value = node.at("value");
        Node series = node.at("series");
        Node parts = node.at("by-county");
        Integer year = series == null ? year(indicator, node) : Integer.valueOf(asOfYear);
        if (year == null) {
            return null;
        }
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
        return none ? null : make(indicator.id(), single, year, node, byYear, byCounty, node.line());
    }

    private @Nullable Unit unit(Indicator indicator, Node node) {
        Node unit = node.at("unit");
        Unit given = unit == null ? null : Unit.of(unit.textOrEmpty()).orElse(null);
        return indicator.unit() == null || given == null || !given.sameDimension(indicator.unit()) ? null : given;
    }

    private @Nullable Integer year(Indicator indicator, Node node) {
        Node year = node.at("year");
        if (year == null) {
            error(node, "“" + indicator.label() + "”缺少年份", "请补上 year，写明是哪一年的数值");
            return null;
        }
        BigDecimal value = ShapeCheck.decimal(year);
        if (value == null || value.stripTrailingZeros().scale() > 0) {
            return null;
        }
        if (value.intValue() > asOfYear) {
            problems.add(Problem.error(
                    year.line(), year.pointer(), "“" + indicator.label() + "”的年份" + value + "晚于截止日所在的" + asOfYear + "年", "请核对年份或截止日"));
            return null;
        }
        return value.intValue();
    }

    private void put(
            Indicator indicator, @Nullable Unit unit, String key, Node node, SortedMap<Integer, BigDecimal> series) {
        if (key.matches("\\d{4}") && converted(indicator, node, unit) instanceof BigDecimal value) {
            if (Integer.parseInt(key) > asOfYear) {
                error(node, "“" + indicator.label() + "”的年份" + key + "晚于截止日所在的" + asOfYear + "年", "请核对年份或截止日");
            } else {
                series.put(Integer.valueOf(key), value);
            }
        }
    }

    private void part(Indicator indicator, @Nullable Unit unit, String key, Node node, Map<String, BigDecimal> parts) {
        PlaceName county = book.places().get(key);
        if (county == null || county.level() != Level.COUNTY) {
            error(node, "“" + key + "”不是县（市、区）代码", "请按行政区划代码填写，例如 620821（泾川县）");
        } else if (converted(indicator, node, unit) instanceof BigDecimal value) {
            if (value.signum() < 0) {
                error(node, county.name() + "的“" + indicator.label() + "”不可能为负数", "请核对数值");
            } else {
                parts.put(key, value);
            }
        }
    }

    private @Nullable Object converted(Indicator indicator, Node node, @Nullable Unit unit) {
        Object value = value(indicator, node);
        if (value instanceof BigDecimal number && unit != null && indicator.unit() != null) {
            BigDecimal own = unit.convert(number, indicator.unit());
            new ShapeCheck(problems).range(node, own, indicator.min(), indicator.max(), indicator.label());
            return own;
        }
        return value;
    }

    private static @Nullable Object value(Indicator indicator, Node node) {
        return switch (indicator.type()) {
            case NUMBER -> ShapeCheck.decimal(node);
            case YES_NO, DECLARATION -> ShapeCheck.yesNo(node);
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
            int line) {
        Node source = provenance.at("source");
        Node evidence = provenance.at("evidence");
        List<String> documents = new ArrayList<>();
        if (evidence != null) {
            evidence.members().forEach(n -> documents.add(n.textOrEmpty()));
        }
        documents.removeIf(String::isBlank);
        return new Figure(
                indicator,
                value,
                year,
                source == null
                        ? Source.SELF_REPORTED
                        : Term.find(Source.class, source.textOrEmpty()).orElse(Source.SELF_REPORTED),
                List.copyOf(documents),
                series,
                byCounty,
                line);
    }

    private void error(Node node, String message, String advice) {
        problems.add(Problem.error(node.line(), node.pointer(), message, advice));
    }
}
