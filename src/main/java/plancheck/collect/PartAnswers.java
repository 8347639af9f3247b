package plancheck.collect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.NormalForm;
import plancheck.facts.Unit;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.RuleBook;

/** What the parts answer, by what it is an answer to: entries of a list go by their names, not by their rows. */
final class PartAnswers {
    private final Set<String> lists;
    private final Map<AnsweredPlace, List<GivenAnswer>> answers = new LinkedHashMap<>();
    private final Map<Holder, Set<String>> evidence = new LinkedHashMap<>();
    private final Map<Holder, Set<String>> notes = new LinkedHashMap<>();
    /** Entry to the number of its row in the merged list, list by list. */
    private final Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();

    /**
     * Where evidence and a note stand: beside a figure, an answer, an entry.
     *
     * @param pointer in the merged dossier
     * @param key the same with an entry's name in place of its row
     */
    record Holder(String pointer, String key) {
        String field(String part) {
            return pointer + "/" + part;
        }

        boolean holds(String conflict) {
            return conflict.equals(key) || conflict.startsWith(key + "/");
        }
    }

    /**
     * What is answered: a figure, a duty, a stage, one attribute of an entry, a line of the head.
     *
     * @param entry name of a list's entry; else empty
     * @param attribute of it; else empty
     */
    record AnsweredPlace(Holder holder, String entry, String attribute) {
        /** With an entry's name in place of its row. */
        String pointer() {
            return attribute.isEmpty() ? holder.key() : holder.key() + "/" + attribute;
        }

        /** The indicator's, the work's or the feature's. */
        String id() {
            return attribute.isEmpty() ? holder.key().substring(holder.key().lastIndexOf('/') + 1) : attribute;
        }

        boolean isHead() {
            return holder.key().lastIndexOf('/') == 0;
        }

        boolean isFigure() {
            return holder.key().startsWith("/figures/");
        }

        String field(String part) {
            String own = attribute.isEmpty() ? holder.pointer() : holder.pointer() + "/" + attribute;
            return part.isEmpty() ? own : own + "/" + part;
        }
    }

    /**
     * What one part answers.
     *
     * @param fields by their names below the place; the place itself by an empty one
     */
    record GivenAnswer(String from, NavigableMap<String, List<String>> fields) {
        /** The same for what means the same, 28.6万人 and 286000人; empty where the part says nothing there. */
        String comparable(String field, @Nullable Unit unit) {
            List<String> values = fields.getOrDefault(field, List.of());
            Unit given = fields.getOrDefault("unit", List.of()).stream()
                    .findFirst()
                    .flatMap(Unit::of)
                    .orElse(null);
            boolean converts = unit != null && given != null && given.sameDimension(unit);
            if (unit != null && converts && field.equals("unit")) {
                return unit.symbol();
            }
            return values.stream()
                    .map(value -> number(value, converts && !field.equals("year") ? given : null, unit))
                    .collect(Collectors.joining("\n"));
        }

        private static String number(String value, @Nullable Unit given, @Nullable Unit unit) {
            if (!isNumber(value)) {
                return NormalForm.of(value);
            }
            BigDecimal number = new BigDecimal(value);
            BigDecimal own = given == null || unit == null ? number : given.convert(number, unit);
            return own.stripTrailingZeros().toPlainString();
        }

        /** All that it says, the same for what means the same. */
        String comparable(@Nullable Unit unit) {
            return fields.keySet().stream()
                    .map(field -> field + "=" + comparable(field, unit))
                    .collect(Collectors.joining("\n"));
        }

        /** All that it says, in a line. */
        String inWords() {
            return Stream.of("", "value", "unit", "answer", "stage", "by", "year")
                            .filter(fields::containsKey)
                            .flatMap(field -> fields.getOrDefault(field, List.of()).stream())
                            .collect(Collectors.joining(" "))
                    + fields.entrySet().stream()
                            .filter(field -> field.getKey().contains("/"))
                            .map(field -> " " + field.getKey() + "=" + String.join("、", field.getValue()))
                            .collect(Collectors.joining());
        }
    }

    /** @param parts in the order in which their entries are to stand */
    PartAnswers(RuleBook book, List<ReturnedPart> parts) {
        this.lists = book.kinds().values().stream().map(ItemKind::list).collect(Collectors.toSet());
        parts.forEach(this::gather);
    }

    static boolean isNumber(String value) {
        return value.matches("-?\\d{1,20}(\\.\\d{1,20})?");
    }

    Collection<AnsweredPlace> places() {
        return answers.keySet();
    }

    List<GivenAnswer> of(AnsweredPlace place) {
        return answers.getOrDefault(place, List.of());
    }

    Set<Holder> holders() {
        Set<Holder> holders = new LinkedHashSet<>();
        answers.keySet().stream()
                .filter(place -> !place.isHead())
                .map(AnsweredPlace::holder)
                .forEach(holders::add);
        holders.addAll(evidence.keySet());
        holders.addAll(notes.keySet());
        return holders;
    }

    Set<String> evidence(Holder holder) {
        return evidence.getOrDefault(holder, Set.of());
    }

    Set<String> notes(Holder holder) {
        return notes.getOrDefault(holder, Set.of());
    }

    private void gather(ReturnedPart part) {
        Map<AnsweredPlace, NavigableMap<String, List<String>>> own = new LinkedHashMap<>();
        part.fields().forEach((field, values) -> {
            String[] steps = field.split("/", 4);
            boolean list = steps.length > 3 && lists.contains(steps[1]);
            Holder holder = list
                    ? entry(part, steps[1], steps[2])
                    : holder(steps.length < 3 ? field : "/" + steps[1] + "/" + steps[2]);
            String below = steps.length > 3 ? steps[3] : "";
            if (below.equals("evidence") || below.startsWith("evidence/")) {
                values.forEach(value -> add(evidence, holder, List.of(value.split("\n"))));
            } else if (below.equals("note")) {
                add(notes, holder, values);
            } else {
                AnsweredPlace place = list
                        ? new AnsweredPlace(holder, name(part, steps[1], steps[2]), below)
                        : new AnsweredPlace(holder, "", "");
                own.computeIfAbsent(place, p -> new TreeMap<>()).put(list ? "" : below, values);
            }
        });
        own.forEach((place, fields) ->
                answers.computeIfAbsent(place, p -> new ArrayList<>()).add(new GivenAnswer(part.from(), fields)));
    }

    private static void add(Map<Holder, Set<String>> to, Holder holder, List<String> values) {
        to.computeIfAbsent(holder, h -> new LinkedHashSet<>()).addAll(values);
    }

    private static Holder holder(String pointer) {
        return new Holder(pointer, pointer);
    }

    /** An entry by its name and where it lies; one without a name is nobody else's. */
    private Holder entry(ReturnedPart part, String list, String row) {
        String name = NormalForm.of(name(part, list, row));
        String in = first(part, "/" + list + "/" + row + "/in");
        String key = name.isEmpty() ? part.from() + "#" + row : in.isEmpty() ? name : name + "@" + in;
        Map<String, Integer> known = rows.computeIfAbsent(list, l -> new LinkedHashMap<>());
        Integer number = known.computeIfAbsent(key, k -> known.size());
        return new Holder(
                "/" + list + "/" + number,
                "/" + list + "/" + key.replace("~", "~0").replace("/", "~1"));
    }

    private static String name(ReturnedPart part, String list, String row) {
        return first(part, "/" + list + "/" + row + "/name");
    }

    private static String first(ReturnedPart part, String field) {
        return part.fields().getOrDefault(field, List.of("")).get(0);
    }
}
