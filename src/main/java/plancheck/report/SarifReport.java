package plancheck.report;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.facts.Force;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** SARIF 2.1.0, for systems that show the results of checks; outcomes map onto SARIF's own kinds. */
final class SarifReport implements ReportWriter {
    private final Wording wording;

    SarifReport(Wording wording) {
        this.wording = wording;
    }

    @Override
    public String write(List<Report> reports, List<String> sources) {
        ObjectNode log = Json.MAPPER.createObjectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        ArrayNode runs = log.putArray("runs");
        for (int i = 0; i < reports.size(); i++) {
            run(runs.addObject(), reports.get(i), sources.get(i));
        }
        return Json.write(log);
    }

    private void run(ObjectNode run, Report report, String source) {
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "plancheck");
        driver.put("version", report.rulebook().version());
        Map<String, Finding> provisions = new LinkedHashMap<>();
        report.findings().forEach(finding -> provisions.putIfAbsent(finding.provision(), finding));
        ArrayNode rules = driver.putArray("rules");
        for (Finding finding : provisions.values()) {
            ObjectNode rule = rules.addObject();
            rule.put("id", finding.provision());
            rule.putObject("shortDescription").put("text", wording.say(finding.title()));
            rule.putObject("help").put("text", clauses(finding));
        }
        ArrayNode results = run.putArray("results");
        List<String> ids = List.copyOf(provisions.keySet());
        report.findings().forEach(finding -> result(results.addObject(), finding, ids, source));
        ObjectNode properties = run.putObject("properties");
        properties.put("verdict", report.verdict().id());
        properties.put("rulebookDigest", report.rulebook().digest());
        properties.put("dossierDigest", report.dossier().digest());
    }

    private void result(ObjectNode result, Finding finding, List<String> ids, String source) {
        result.put("ruleId", finding.provision());
        result.put("ruleIndex", ids.indexOf(finding.provision()));
        result.put("kind", kind(finding.outcome()));
        result.put("level", level(finding));
        result.putObject("message").put("text", message(finding));
        ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
        location.putObject("artifactLocation").put("uri", uri(source));
        int line = line(finding);
        if (line > 0) {
            location.putObject("region").put("startLine", line);
        }
    }

    /** A URI reference has neither spaces nor Chinese nor backslashes; standard input has no name. */
    private static String uri(String source) {
        if (source.equals("-")) {
            return "stdin";
        }
        String path = source.replace('\\', '/');
        boolean drive = path.matches("[A-Za-z]:/.*");
        StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : drive ? "file:///" : "");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain =
                    c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0 || (drive && c == ':'));
            uri.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return uri.toString();
    }

    /** The line of the first figure the finding looked at. */
    private static int line(Finding finding) {
        return finding.because().stream()
                .flatMap(reason -> reason.arguments().stream())
                .filter(Reason.Line.class::isInstance)
                .mapToInt(line -> ((Reason.Line) line).number())
                .findFirst()
                .orElse(0);
    }

    private static String kind(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "pass";
            case FAIL, ERROR -> "fail";
            case NOT_DUE -> "informational";
            case NOT_APPLICABLE -> "notApplicable";
            case INSUFFICIENT_DATA -> "open";
            case NEEDS_REVIEW -> "review";
        };
    }

    /** SARIF asks for "none" wherever the kind is not "fail". */
    private static String level(Finding finding) {
        if (finding.outcome() == Outcome.ERROR) {
            return "error";
        }
        if (finding.outcome() != Outcome.FAIL) {
            return "none";
        }
        return finding.force() == Force.MUST ? "error" : finding.force() == Force.STRIVE ? "warning" : "note";
    }

    private String message(Finding finding) {
        String remedy = wording.remedy(finding);
        Reason last = finding.because().get(finding.because().size() - 1);
        String stop = wording.say("mark.stop");
        return wording.say(finding.subject())
                + wording.say("mark.colon")
                + wording.say(finding.title())
                + wording.say("mark.colon")
                + wording.term(finding.outcome())
                + stop
                + wording.say(last)
                + (remedy.isEmpty() ? "" : stop + remedy);
    }

    private String clauses(Finding finding) {
        return finding.citations().stream()
                .map(c -> wording.say("report.document", c.document()) + " " + c.clause() + "“" + c.anchor() + "”")
                .reduce((a, b) -> a + "；" + b)
                .orElse("");
    }
}
