package plancheck.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.report.Missing;
import plancheck.report.Reason;

/** What the entries of a list lack, each attribute told once with the names of all that lack it. */
final class Lacks {
    private record Lack(Label label, List<String> names) {}

    private final Map<String, Lack> lacks = new LinkedHashMap<>();

    void add(String figure, Label label, Item item) {
        lacks.computeIfAbsent(figure, f -> new Lack(label, new ArrayList<>()))
                .names
                .add(item.getName());
    }

    List<Reason> reasons() {
        return lacks.values().stream()
                .map(lack -> Reason.of(Reason.Key.ITEM_UNKNOWN, List.copyOf(lack.names), lack.label))
                .toList();
    }

    List<Missing> missing() {
        return lacks.entrySet().stream()
                .map(lack -> Missing.of(lack.getKey(), lack.getValue().label, lack.getValue().names))
                .toList();
    }
}
