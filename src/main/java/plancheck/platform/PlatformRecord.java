package plancheck.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.facts.NormalForm;

/**
 * One project as the platform has it.
 *
 * @param values by field, as written; an empty one is left out
 * @param heads under which each stood, with whatever unit stands there
 * @param others heads that are none of the platform's fields we know, with their values: nothing is made of them
 * @param row in the table or the list, from 1
 */
record PlatformRecord(
        Map<PlatformField, String> values, Map<PlatformField, String> heads, Map<String, String> others, int row) {

    /** The value, empty when there is none. */
    String value(PlatformField field) {
        return values.getOrDefault(field, "");
    }

    /** The same in the form in which words and figures are compared. */
    String plain(PlatformField field) {
        return NormalForm.of(value(field));
    }

    /** @param cells head to value; of two under one field both are kept, one after the other */
    static PlatformRecord of(List<Map.Entry<String, String>> cells, int row) {
        Map<PlatformField, String> values = new LinkedHashMap<>();
        Map<PlatformField, String> heads = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (Map.Entry<String, String> cell : cells) {
            String value = cell.getValue().strip();
            PlatformField field = PlatformField.under(cell.getKey()).orElse(null);
            if (value.isEmpty()) {
                continue;
            }
            if (field == null) {
                others.merge(cell.getKey().strip(), value, (one, other) -> one + " " + other);
            } else {
                heads.putIfAbsent(field, cell.getKey());
                values.merge(field, value, (one, other) -> one.contains(other) ? one : one + " " + other);
            }
        }
        return new PlatformRecord(values, heads, others, row);
    }
}
