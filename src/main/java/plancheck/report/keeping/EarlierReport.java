package plancheck.report.keeping;

import java.util.List;
import plancheck.report.Finding;
import plancheck.report.Quantifier;
import plancheck.report.Reason;
import plancheck.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stored reports of versions 1 to 3 said of a finding in one row, put into its parts. The parts keep the row's
 * order: words are told apart by the order in which they were said.
 */
final class EarlierReport {
    private static final List<String> RULE = List.of("provision", "title", "force", "citations", "rulings", "remedy");

    /** The number by which those versions knew that of a list some may be left; nothing else in them says so. */
    private static final String NEARLY_ALL = "R3";

    private EarlierReport() {}

    /** The report as the rule books of later years can still word it, whatever their rulings are called. */
    static Report withQuantifiers(Report report) {
        return new Report(
                report.dossier(),
                report.rulebook(),
                report.asOf(),
                report.verdict(),
                report.findings().stream().map(EarlierReport::withQuantifier).toList(),
                report.notes());
    }

    private static Finding withQuantifier(Finding finding) {
        boolean isList = finding.because().stream().anyMatch(reason -> reason.key() == Reason.Key.LIST_COUNT);
        return isList && finding.rulings().contains(NEARLY_ALL) ? finding.comparedBy(Quantifier.NEARLY_ALL) : finding;
    }

    static JsonNode inParts(JsonNode report) {
        if (report.path("findings") instanceof ArrayNode findings) {
            for (int i = 0; i < findings.size(); i++) {
                findings.set(i, finding((ObjectNode) findings.get(i)));
            }
        }
        return report;
    }

    private static ObjectNode finding(ObjectNode row) {
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        if (row.has("of")) {
            parts.set("rule", row.remove("of"));
        } else {
            moveAll(RULE, row, parts.putObject("rule"));
        }
        moveAll(List.of("subject", "outcome"), row, parts);
        moveAll(List.of("measured", "margin", "basis", "assumed"), row, parts.putObject("given"));
        moveAll(List.of("required", "op", "unit", "due"), row, parts.putObject("line"));
        moveAll(List.of("relations"), row, parts);
        if (row.path("progress") instanceof ObjectNode progress) {
            progress.set("baselineYear", progress.remove("year"));
        }
        moveAll(List.of("missing", "left", "progress", "question"), row, parts.putObject("open"));
        moveAll(List.of("because"), row, parts);
        if (!row.isEmpty()) {
            throw new StoredReportException("not known: " + row.propertyNames());
        }
        return parts;
    }

    private static void moveAll(List<String> names, ObjectNode from, ObjectNode to) {
        for (String name : names) {
            JsonNode value = from.remove(name);
            if (value != null) {
                to.set(name, plain(name, value));
            }
        }
    }

    /** These named their sort, though they have but one. */
    private static JsonNode plain(String name, JsonNode value) {
        String sort = switch (name) {
            case "margin" -> "number";
            case "due" -> "date";
            case "op" -> "term";
            default -> "";
        };
        if (sort.isEmpty()) {
            return value;
        }
        if (value.size() != 1 || !value.has(sort)) {
            throw new StoredReportException(sort + " expected, not " + value);
        }
        return value.get(sort);
    }
}
