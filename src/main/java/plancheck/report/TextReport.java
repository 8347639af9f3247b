package plancheck.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Force;

/** The report for people: what to act on first, what does not concern them last. */
final class TextReport implements ReportWriter {
    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六", "七");

    private final Wording wording;
    private final Function<Citation, Optional<String>> clauses;

    TextReport(Wording wording, Function<Citation, Optional<String>> clauses) {
        this.wording = wording;
        this.clauses = clauses;
    }

    @Override
    public String write(List<Report> reports, List<String> sources) {
        return reports.stream().map(this::report).collect(Collectors.joining("\n" + "═".repeat(40) + "\n\n"));
    }

    private String report(Report report) {
        StringBuilder text = new StringBuilder();
        boolean project = report.dossier().kind().equals("project");
        text.append(wording.say("report.title")).append("\n\n");
        line(text, "", "report.dossier", report.dossier().title() + "（" + report.dossier().id() + "）");
        line(text, "", project ? "report.asOf.project" : "report.asOf", wording.date(report.asOf()));
        line(text, "", "report.rulebook", report.rulebook().version());
        line(
                text,
                "",
                "verdict",
                wording.term(report.verdict()) + "，"
                        + wording.say("verdict." + report.verdict().name()));
        line(text, "", "report.counts", counts(report));
        int section = 0;
        for (Outcome outcome : Outcome.values()) {
            List<Finding> findings = report.with(outcome);
            if (!findings.isEmpty()) {
                text.append('\n')
                        .append(NUMERALS.get(section++))
                        .append("、")
                        .append(wording.term(outcome))
                        .append("（")
                        .append(findings.size())
                        .append(wording.say("unit.count"))
                        .append("）\n");
                findings.forEach(finding -> append(text, finding));
            }
        }
        text.append('\n')
                .append(wording.say(
                        "report.digest",
                        report.dossier().digest().substring(0, 12),
                        report.rulebook().digest().substring(0, 12)))
                .append('\n');
        return text.toString();
    }

    private String counts(Report report) {
        return report.counts().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> wording.term(e.getKey()) + e.getValue() + must(report, e))
                .collect(Collectors.joining("，"));
    }

    /** How many of the findings that decide a verdict are of force must. */
    private String must(Report report, Map.Entry<Outcome, Integer> count) {
        if (count.getKey() == Outcome.PASS || count.getKey() == Outcome.NOT_APPLICABLE) {
            return "";
        }
        long must = report.with(count.getKey()).stream()
                .filter(f -> f.force() == Force.MUST)
                .count();
        return "（" + wording.term(Force.MUST) + must + "）";
    }

    private void append(StringBuilder text, Finding finding) {
        if (finding.outcome() == Outcome.NOT_APPLICABLE) {
            Reason last = finding.because().get(finding.because().size() - 1);
            text.append("  · ")
                    .append(finding.provision())
                    .append(' ')
                    .append(wording.say(finding.title()))
                    .append("：")
                    .append(wording.say(last))
                    .append('\n');
            return;
        }
        text.append("\n  ")
                .append(finding.provision())
                .append(' ')
                .append(wording.say(finding.title()))
                .append(finding.assumed() ? wording.say("report.assumed") : "")
                .append('\n');
        String indent = "      ";
        line(text, indent, "report.subject", finding.subject() + "（" + wording.term(finding.force()) + "）");
        line(text, indent, "report.required", required(finding));
        if (finding.measured() != null) {
            line(text, indent, "report.measured", measured(finding));
        }
        missing(text, indent, finding);
        if (!finding.question().isEmpty()) {
            line(text, indent, "report.question", finding.question());
        }
        Progress progress = finding.progress();
        if (progress != null) {
            line(text, indent, "report.progress", progress(progress, finding.unit()));
        }
        if (finding.outcome() == Outcome.FAIL) {
            line(text, indent, "report.remedy", wording.remedy(finding));
        }
        cited(text, indent, finding);
        if (finding.outcome() != Outcome.PASS) {
            List<Reason> because = finding.because();
            line(
                    text,
                    indent,
                    "report.because",
                    because.stream().map(wording::say).collect(Collectors.joining("；")));
        }
    }

    private void cited(StringBuilder text, String indent, Finding finding) {
        for (Citation citation : finding.citations()) {
            line(text, indent, "report.clause", citation(citation));
            clauses.apply(citation).ifPresent(clause -> line(text, indent, "report.clauseText", clause));
        }
        if (!finding.rulings().isEmpty()) {
            line(text, indent, "report.rulings", String.join("、", finding.rulings()));
        }
    }

    private String citation(Citation citation) {
        return "《" + citation.document() + "》" + (citation.number().isEmpty() ? "" : citation.number() + " ")
                + citation.clause() + "“" + citation.anchor() + "”";
    }

    private String required(Finding finding) {
        String by = finding.due() == null
                ? wording.say("report.standing")
                : wording.say("report.due") + wording.value(finding.due());
        Object required = finding.required();
        String what = required == null ? "" : wording.value(required) + finding.unit() + "，";
        return what + by;
    }

    private String measured(Finding finding) {
        List<String> parts = new ArrayList<>();
        parts.add(wording.value(finding.measured()) + finding.unit());
        BigDecimal margin = finding.margin();
        if (margin != null) {
            String label = wording.say(margin.signum() < 0 ? "report.shortfall" : "report.margin");
            parts.add(label + " " + wording.value(margin.abs()) + points(finding.unit()));
        }
        if (finding.basis() != null) {
            parts.add(wording.say("report.basis") + " " + wording.say(finding.basis().inWords()));
        }
        return String.join("，", parts);
    }

    /** A difference of two percentages is in percentage points. */
    private String points(String unit) {
        return unit.equals("%") ? wording.say("unit.points") : unit;
    }

    private void missing(StringBuilder text, String indent, Finding finding) {
        for (Missing m : finding.missing()) {
            String hint = wording.say(m.hint());
            line(
                    text,
                    indent,
                    "report.missing",
                    wording.say(m.label()) + "（" + m.figure() + "）" + (hint.isEmpty() ? "" : "：" + hint));
        }
    }

    private String progress(Progress progress, String unit) {
        return wording.say(
                progress.behind() ? "report.progress.behind" : "report.progress.ahead",
                progress.baseline(),
                progress.baselineYear(),
                progress.expected(),
                unit);
    }

    private void line(StringBuilder text, String indent, String label, @Nullable String value) {
        text.append(indent)
                .append(wording.say(label))
                .append("：")
                .append(value)
                .append('\n');
    }
}
