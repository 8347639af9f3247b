package plancheck.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plancheck.facts.Level;
import plancheck.facts.Stage;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the solver found as a dossier that anybody can check. */
final class Witness {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOCUMENT = "规划办〔2024〕12号文件";

    private final RuleBook book;
    private final Setting setting;
    private final LocalDate asOf;
    private final ObjectNode dossier = JSON.createObjectNode();

    Witness(RuleBook book, Setting setting, LocalDate asOf) {
        this.book = book;
        this.setting = setting;
        this.asOf = asOf;
        dossier.put("plancheck", 1)
                .put("kind", setting.isProject() ? "project" : "self-assessment")
                .put("id", "proof")
                .put("title", "proof")
                .put("place", setting.place().code())
                .put("as-of", asOf.toString());
        if (setting.isProject()) {
            dossier.putObject("project")
                    .put("sector", setting.sector())
                    .put("site", setting.site().id())
                    .put("start", asOf.minusDays(1).toString())
                    .put("completion", asOf.toString());
        }
    }

    /** @param values a Boolean, or a number: a figure's, or the place of a stage or a choice in its order */
    ObjectNode of(Map<Unknown, Object> values) {
        Map<String, TreeMap<Integer, BigDecimal>> figures = new TreeMap<>();
        Map<String, Indicator> measured = new TreeMap<>();
        values.forEach((unknown, value) -> {
            Indicator indicator = unknown.indicator().orElse(null);
            if (indicator == null) {
                ObjectNode work = dossier.withObject("/named-projects/" + unknown.id());
                work.put("stage", Stage.values()[((BigDecimal) value).intValue()].id());
                work.putArray("evidence").add(DOCUMENT);
            } else if (unknown.of().isEmpty() && indicator.type() == Indicator.Type.NUMBER) {
                figures.computeIfAbsent(indicator.id(), id -> new TreeMap<>()).put(unknown.year(), (BigDecimal) value);
                measured.put(indicator.id(), indicator);
            } else {
                said(unknown, indicator, value);
            }
        });
        figures.forEach((id, years) -> figure(Objects.requireNonNull(measured.get(id)), years));
        return dossier;
    }

    private void figure(Indicator indicator, NavigableMap<Integer, BigDecimal> years) {
        ObjectNode figure = dossier.withObject("/figures/" + indicator.id());
        if (years.size() == 1 && years.firstKey() == asOf.getYear()) {
            figure.put("value", years.firstEntry().getValue()).put("year", asOf.getYear());
        } else {
            ObjectNode series = figure.putObject("series");
            years.headMap(asOf.getYear(), true).forEach((year, value) -> series.put(String.valueOf(year), value));
        }
        if (!indicator.unitSymbol().isEmpty()) {
            figure.put("unit", indicator.unitSymbol());
        }
        figure.put("source", "statistics");
    }

    private void said(Unknown unknown, Indicator indicator, Object value) {
        boolean project = unknown.of().equals(Unknown.PROJECT);
        if (indicator.type() == Indicator.Type.DECLARATION) {
            ObjectNode answer = dossier.withObject("/declarations/" + indicator.id());
            if (unknown.part().isEmpty()) {
                answer.put("answer", (Boolean) value);
            } else {
                answer.withObject("/parts").put(unknown.part(), (Boolean) value);
            }
            answer.putArray("evidence").add(DOCUMENT);
        } else if (unknown.of().isEmpty()) {
            put(dossier.withObject("/figures"), indicator, value);
        } else if (project) {
            boolean works = indicator.type() == Indicator.Type.YES_NO;
            put(dossier.withObject(works ? "/project/works" : "/project/design"), indicator, value);
        } else {
            ItemKind kind = book.kinds().get(unknown.of());
            if (kind != null) {
                entries(kind).forEach(entry -> put(entry, indicator, value));
            }
        }
    }

    private static void put(ObjectNode to, Indicator indicator, Object value) {
        if (value instanceof Boolean yes) {
            to.put(indicator.id(), yes);
        } else if (indicator.type() == Indicator.Type.NUMBER) {
            to.put(indicator.id(), (BigDecimal) value);
        } else {
            to.put(indicator.id(), List.copyOf(indicator.choices().keySet()).get(((BigDecimal) value).intValue()));
        }
    }

    /** The same entries wherever such an item may lie. */
    private List<ObjectNode> entries(ItemKind kind) {
        if (dossier.get(kind.list()) == null) {
            ArrayNode list = dossier.putArray(kind.list());
            for (Level level : setting.levels()) {
                for (int i = 1; kind.in().contains(level) && i <= Encoding.ENTRIES; i++) {
                    ObjectNode entry = list.addObject().put("name", level.label() + i);
                    if (kind.in().size() > 1) {
                        entry.put("in", level.id());
                    }
                }
            }
        }
        return ((ArrayNode) dossier.get(kind.list()))
                .valueStream()
                .map(ObjectNode.class::cast)
                .collect(Collectors.toList());
    }

    static Collection<Unknown> about(Collection<Demand> demands) {
        return demands.stream()
                .flatMap(demand -> demand.about().stream())
                .distinct()
                .toList();
    }
}
