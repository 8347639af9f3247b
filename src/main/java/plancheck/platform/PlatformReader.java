package plancheck.platform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.pasting.PastedRow;
import plancheck.facts.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an approval office sends: JSON, a table with a project a row, or one project with a field a row. */
final class PlatformReader {
    private static final JsonMapper JSON = new JsonMapper();

    /** As many projects at once as a person looks through. */
    private static final int MOST = 500;

    private static final int TWO = 2;

    private final Problems problems;

    PlatformReader(Problems problems) {
        this.problems = problems;
    }

    /** Whether it is that rather than a dossier: something of it stands under one of the platform's heads. */
    static boolean isPlatform(String text) {
        String start = text.length() > 20_000 ? text.substring(0, 20_000) : text;
        return !start.contains("plancheck:")
                && !start.contains("\"plancheck\"")
                && start.lines()
                        .flatMap(line -> List.of(line.split("[\t,，;\":：{}]")).stream())
                        .map(String::strip)
                        .filter(cell -> PlatformField.under(cell)
                                .filter(field -> field == PlatformField.NAME || field == PlatformField.CODE)
                                .isPresent())
                        .findFirst()
                        .isPresent();
    }

    List<PlatformRecord> read(String text) {
        String start = text.strip();
        List<PlatformRecord> records = start.startsWith("{") || start.startsWith("[") ? json(text) : table(text);
        if (records.size() > MOST) {
            problems.add(Problem.error(
                    0,
                    "",
                    Message.of("platform.too-many", records.size(), MOST),
                    Message.of("platform.send-in-parts")));
            return records.subList(0, MOST);
        }
        return records;
    }

    private List<PlatformRecord> json(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            problems.add(Problem.error(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    "",
                    Message.of("platform.no-json"),
                    Message.of("platform.export-again")));
            return List.of();
        }
        List<PlatformRecord> records = new ArrayList<>();
        List<JsonNode> found = new ArrayList<>();
        projects(root, found);
        for (JsonNode node : found) {
            List<Map.Entry<String, String>> cells = new ArrayList<>();
            node.properties().forEach(entry -> cells.add(Map.entry(entry.getKey(), value(entry.getValue()))));
            records.add(PlatformRecord.of(cells, records.size() + 1));
        }
        if (records.isEmpty()) {
            nothing();
        }
        return records;
    }

    /** Wherever an object has a project's name or code; what wraps it is passed over. */
    private static void projects(JsonNode node, List<JsonNode> found) {
        boolean isOne = node.isObject()
                && node.propertyNames().stream()
                        .flatMap(name -> PlatformField.under(name).stream())
                        .anyMatch(field -> field == PlatformField.NAME || field == PlatformField.CODE);
        if (isOne) {
            found.add(node);
        } else {
            node.forEach(inner -> projects(inner, found));
        }
    }

    private static String value(JsonNode node) {
        return node.isNull() ? "" : node.isValueNode() ? node.asString("") : node.toString();
    }

    private List<PlatformRecord> table(String text) {
        List<PastedRow> rows = PastedRow.split(text, problems);
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = rows.get(i).cells();
            Set<PlatformField> heads = new HashSet<>();
            cells.forEach(cell -> PlatformField.under(cell).ifPresent(heads::add));
            if (heads.size() > TWO || heads.equals(Set.of(PlatformField.NAME, PlatformField.PLACE))) {
                return downwards(cells, rows.subList(i + 1, rows.size()));
            }
        }
        return sideways(rows);
    }

    private List<PlatformRecord> downwards(List<String> heads, List<PastedRow> rows) {
        List<PlatformRecord> records = new ArrayList<>();
        for (PastedRow row : rows) {
            if (row.cells().equals(heads)) {
                continue; // printed anew on each page
            }
            List<Map.Entry<String, String>> cells = new ArrayList<>();
            for (int i = 0; i < Math.min(heads.size(), row.cells().size()); i++) {
                cells.add(Map.entry(heads.get(i), row.cells().get(i)));
            }
            PlatformRecord read = PlatformRecord.of(cells, row.number());
            if (!read.values().isEmpty()) {
                records.add(read);
            }
        }
        if (records.isEmpty()) {
            nothing();
        }
        return records;
    }

    /** A field and its value beside it, several pairs in a row as forms have them; a name that comes again begins the next project. */
    private List<PlatformRecord> sideways(List<PastedRow> rows) {
        List<PlatformRecord> records = new ArrayList<>();
        Map<String, String> cells = new LinkedHashMap<>();
        int first = 1;
        for (PastedRow row : rows) {
            List<String> each = row.cells();
            int i = 0;
            while (i + 1 < each.size()) {
                PlatformField field = PlatformField.under(each.get(i)).orElse(null);
                if (field == null || PlatformField.under(each.get(i + 1)).isPresent()) {
                    i++;
                    continue;
                }
                if (field == PlatformField.NAME && cells.containsKey(each.get(i))) {
                    records.add(PlatformRecord.of(List.copyOf(cells.entrySet()), first));
                    cells.clear();
                    first = row.number();
                }
                cells.put(each.get(i), each.get(i + 1));
                i += 2;
            }
        }
        if (!cells.isEmpty()) {
            records.add(PlatformRecord.of(List.copyOf(cells.entrySet()), first));
        } else {
            nothing();
        }
        return records;
    }

    private void nothing() {
        problems.add(Problem.error(0, "", Message.of("platform.no-project"), Message.of("platform.heads-needed")));
    }
}
