package plancheck.report.writing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.facts.Digest;
import plancheck.facts.Force;
import plancheck.report.Finding;
import plancheck.report.Note;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.report.Report;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * SARIF 2.1.0, for systems that show the results of checks; outcomes map onto SARIF's own kinds. Most such systems make
 * an alert of each result whatever its kind, so only what somebody has to do something about is a result, unless all
 * are asked for.
 */
final class SarifReport implements ReportWriter {
    private final Wording wording;
    private final boolean all;
    private final Automation automation;

    /** @param all whether what is met, not due or not applicable is told too */
    SarifReport(Wording wording, boolean all, Automation automation) {
        this.wording = wording;
        this.all = all;
        this.automation = automation;
    }

    @Override
    public String write(List<Report> reports, List<String> sources) {
        ObjectNode log = Json.MAPPER.createObjectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        ArrayNode runs = log.putArray("runs");
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            String dossier = reports.get(i).dossier().id();
            int copy = seen.merge(dossier, 1, Integer::sum);
            run(runs.addObject(), reports.get(i), sources.get(i), copy == 1 ? dossier : dossier + "-" + copy);
        }
        return Json.write(log);
    }

    /** @param name the dossier's, different from that of every other run of the log */
    private void run(ObjectNode run, Report report, String source, String name) {
        automation(run.putObject("automationDetails"), name);
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "plancheck");
        driver.put("fullName", "plancheck " + report.rulebook().version());
        driver.put("version", report.rulebook().version());
        List<Finding> told = report.findings().stream()
                .filter(finding -> all || isOpen(finding.outcome()))
                .toList();
        Map<String, Integer> rules = rules(driver.putArray("rules"), told);
        ArrayNode results = run.putArray("results");
        Fingerprints fingerprints = new Fingerprints(report.dossier().id());
        for (Finding finding : told) {
            result(results.addObject(), finding, rules.getOrDefault(finding.provision(), 0), source, fingerprints);
        }
        notifications(run, report.notes(), source);
        ObjectNode properties = run.putObject("properties");
        properties.put("verdict", report.verdict().id());
        properties.put("rulebookDigest", report.rulebook().digest());
        properties.put("dossierDigest", report.dossier().digest());
    }

    /** What is said of the dossier itself is no result. */
    private void notifications(ObjectNode run, List<Note> notes, String source) {
        if (notes.isEmpty()) {
            return;
        }
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", true);
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        for (Note note : notes) {
            ObjectNode notification = notifications.addObject();
            notification.put("level", "note");
            notification.putObject("message").put("text", wording.say(note.said()));
            ObjectNode location = notification.putArray("locations").addObject().putObject("physicalLocation");
            location.putObject("artifactLocation").put("uri", uri(source));
            location.putObject("region").put("startLine", Math.max(1, note.line()));
        }
    }

    private void automation(ObjectNode details, String name) {
        if (automation.id().isEmpty()) {
            // Consumers go by what stands before the last stroke: the next check of a dossier follows this one.
            details.put("id", "plancheck/" + name.replace('/', '-') + "/");
        } else {
            details.put("id", automation.id());
            automation.properties().forEach(details.putObject("properties")::put);
        }
    }

    private static boolean isOpen(Outcome outcome) {
        return switch (outcome) {
            case FAIL, ERROR, INSUFFICIENT_DATA, NEEDS_REVIEW -> true;
            case PASS, NOT_DUE, DIRECTION, NOT_APPLICABLE -> false;
        };
    }

    /** The provisions of the results, and where in the list each stands. */
    private Map<String, Integer> rules(ArrayNode rules, List<Finding> told) {
        Map<String, Integer> places = new HashMap<>();
        for (Finding finding : told) {
            if (places.putIfAbsent(finding.provision(), places.size()) == null) {
                ObjectNode rule = rules.addObject();
                rule.put("id", finding.provision());
                rule.put("name", wording.say(finding.title()));
                rule.putObject("shortDescription").put("text", wording.say(finding.title()));
                rule.putObject("fullDescription")
                        .put("text", wording.say(finding.title()) + wording.say("mark.stop") + clauses(finding));
                rule.putObject("help").put("text", clauses(finding));
                rule.putObject("defaultConfiguration").put("level", level(finding.force()));
            }
        }
        return places;
    }

    private void result(ObjectNode result, Finding finding, int rule, String source, Fingerprints fingerprints) {
        result.put("ruleId", finding.provision());
        result.put("ruleIndex", rule);
        result.put("kind", kind(finding.outcome()));
        result.put("level", level(finding));
        result.putObject("message").put("text", message(finding));
        ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
        location.putObject("artifactLocation").put("uri", uri(source));
        location.putObject("region").put("startLine", line(finding));
        fingerprints.of(finding).forEach(result.putObject("partialFingerprints")::put);
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

    /** The line of the first figure the finding looked at; the first line where it lacks one, as consumers want a line. */
    private static int line(Finding finding) {
        return finding.because().stream()
                .flatMap(reason -> reason.arguments().stream())
                .filter(Reason.DossierLine.class::isInstance)
                .mapToInt(line -> ((Reason.DossierLine) line).number())
                .filter(number -> number > 0)
                .findFirst()
                .orElse(1);
    }

    private static String kind(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "pass";
            case FAIL, ERROR -> "fail";
            case NOT_DUE -> "informational";
            case DIRECTION -> "informational";
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
        return level(finding.force());
    }

    private static String level(Force force) {
        return switch (force) {
            case MUST -> "error";
            case STRIVE -> "warning";
            case ENCOURAGE -> "note";
        };
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

    /**
     * What a finding is known by from one run to the next: dossier, provision and subject, and not its line or its
     * outcome. The first is plancheck's own, the second what GitHub looks for.
     */
    private static final class Fingerprints {
        private final String dossier;
        private final Map<String, Integer> seen = new HashMap<>();

        Fingerprints(String dossier) {
            this.dossier = dossier;
        }

        Map<String, String> of(Finding finding) {
            String what = String.join(
                    "\n", dossier, finding.provision(), finding.subject().zh());
            String known = Digest.sha256(what.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + ":"
                    + seen.merge(what, 1, Integer::sum);
            Map<String, String> fingerprints = new LinkedHashMap<>();
            fingerprints.put("plancheckFinding/v1", known);
            fingerprints.put("primaryLocationLineHash", known);
            return fingerprints;
        }
    }
}
