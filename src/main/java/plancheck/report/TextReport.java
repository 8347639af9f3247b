package plancheck.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.facts.Stage;
import plancheck.facts.Term;

/** The report for people: what to act on first, what does not concern them last. */
final class TextReport implements ReportWriter {
    /** Steps that the lines above the note have said already; {@code explain} and JSON have all of them. */
    private static final Set<Reason.Key> SAID_ABOVE = EnumSet.of(
            Reason.Key.BINDS,
            Reason.Key.NO_FIGURE,
            Reason.Key.STALE,
            Reason.Key.COMPARED,
            Reason.Key.DUE_PASSED,
            Reason.Key.DUE_AHEAD,
            Reason.Key.STANDING,
            Reason.Key.ANSWER,
            Reason.Key.NO_EVIDENCE,
            Reason.Key.STAGE,
            Reason.Key.YEAR_MISSING,
            Reason.Key.LIST_COUNT,
            Reason.Key.ITEM_LEFT,
            Reason.Key.QUESTION);

    /** Likewise, where the finding asks for what is missing or puts a question about it. */
    private static final Set<Reason.Key> ASKED_FOR_ABOVE =
            EnumSet.of(Reason.Key.ITEM_UNKNOWN, Reason.Key.UNLISTED, Reason.Key.SCOPE_UNKNOWN);

    /** So many provisions that do not apply for one reason are listed one by one, more by clause. */
    private static final int FEW = 20;

    private final Wording wording;
    private final Function<Citation, Optional<String>> clauses;
    private final Map<String, Label> rulings;

    TextReport(Wording wording, Function<Citation, Optional<String>> clauses, Map<String, Label> rulings) {
        this.wording = wording;
        this.clauses = clauses;
        this.rulings = rulings;
    }

    @Override
    public String write(List<Report> reports, List<String> sources) {
        return reports.stream().map(this::report).collect(Collectors.joining("\n" + "═".repeat(40) + "\n\n"));
    }

    private String report(Report report) {
        StringBuilder text = new StringBuilder();
        boolean project = report.dossier().kind().equals("project");
        text.append(wording.say("report.title")).append("\n\n");
        line(
                text,
                "",
                "report.dossier",
                report.dossier().title() + bracketed(report.dossier().id()));
        line(text, "", project ? "report.asOf.project" : "report.asOf", wording.date(report.asOf()));
        line(text, "", "report.rulebook", report.rulebook().version());
        line(
                text,
                "",
                "verdict",
                wording.term(report.verdict())
                        + bracketed(wording.say("verdict." + report.verdict().name())));
        line(text, "", "report.counts", counts(report));
        long assumed = report.findings().stream().filter(Finding::assumed).count();
        if (assumed > 0) {
            line(text, "", "report.assumed.count", wording.say("report.assumed.marked", String.valueOf(assumed)));
        }
        sections(text, report);
        rulings(text, report);
        text.append('\n')
                .append(wording.say(
                        "report.digest",
                        report.dossier().digest().substring(0, 12),
                        report.rulebook().digest().substring(0, 12)))
                .append('\n');
        return text.toString();
    }

    private void sections(StringBuilder text, Report report) {
        String[] numerals = wording.say("report.numerals").split(" ");
        int section = 0;
        for (Outcome outcome : Outcome.values()) {
            List<Finding> findings = report.with(outcome);
            if (findings.isEmpty()) {
                continue;
            }
            text.append('\n')
                    .append(wording.say(
                            "report.section",
                            numerals[section++],
                            wording.term(outcome),
                            String.valueOf(findings.size())))
                    .append('\n');
            if (outcome == Outcome.NOT_APPLICABLE) {
                notApplicable(text, findings);
            } else {
                findings.forEach(finding -> append(text, finding));
            }
        }
    }

    /** What the numbers beside 释义 stand for. */
    private void rulings(StringBuilder text, Report report) {
        List<String> cited = report.citedRulings();
        if (!cited.isEmpty()) {
            text.append('\n').append(wording.say("report.rulings.cited")).append('\n');
        }
        for (String id : cited) {
            text.append("  ")
                    .append(id)
                    .append(' ')
                    .append(wording.say(rulings.getOrDefault(id, Label.of(""))))
                    .append('\n');
        }
    }

    private String counts(Report report) {
        return report.counts().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> wording.say(
                        "report.count", wording.term(e.getKey()), String.valueOf(e.getValue()), must(report, e)))
                .collect(Collectors.joining(comma()));
    }

    /** How many of the findings that decide a verdict are of force must, where not all of them are. */
    private String must(Report report, Map.Entry<Outcome, Integer> count) {
        if (count.getKey() == Outcome.PASS || count.getKey() == Outcome.NOT_APPLICABLE) {
            return "";
        }
        long must = report.with(count.getKey()).stream()
                .filter(f -> f.force() == Force.MUST)
                .count();
        return must == count.getValue()
                ? ""
                : bracketed(wording.say("report.count.must", wording.term(Force.MUST), String.valueOf(must)));
    }

    /** Grouped by what rules them out: most of these provisions are for other levels or for projects. */
    private void notApplicable(StringBuilder text, List<Finding> findings) {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Reason last = finding.because().get(finding.because().size() - 1);
            groups.computeIfAbsent(wording.say(last), reason -> new ArrayList<>())
                    .add(finding);
        }
        groups.forEach((reason, group) -> {
            text.append("\n  ")
                    .append(wording.say("report.group", reason, String.valueOf(group.size())))
                    .append('\n');
            if (group.size() > FEW) {
                byClause(text, group);
                return;
            }
            for (Finding finding : group) {
                String clause = finding.citations().stream()
                        .map(Citation::clause)
                        .distinct()
                        .collect(Collectors.joining(wording.say("mark.list")));
                text.append("    · ")
                        .append(finding.provision())
                        .append(' ')
                        .append(wording.say(finding.title()))
                        .append(bracketed(clause))
                        .append('\n');
            }
        });
    }

    /** One line for each clause, with its provisions' letters; what they are says {@code explain}. */
    private void byClause(StringBuilder text, List<Finding> findings) {
        Map<String, List<String>> letters = new LinkedHashMap<>();
        Map<String, String> clauses = new LinkedHashMap<>();
        for (Finding finding : findings) {
            int dash = finding.provision().lastIndexOf('-') + 1;
            String clause = finding.provision().substring(0, dash);
            letters.computeIfAbsent(clause, c -> new ArrayList<>())
                    .add(finding.provision().substring(dash));
            clauses.putIfAbsent(clause, finding.citations().get(0).clause());
        }
        letters.forEach((clause, those) -> text.append("    · ")
                .append(clause)
                .append(String.join(wording.say("mark.list"), those))
                .append(bracketed(clauses.getOrDefault(clause, "")))
                .append('\n'));
    }

    private void append(StringBuilder text, Finding finding) {
        text.append("\n  ")
                .append(finding.provision())
                .append(' ')
                .append(wording.say(finding.title()))
                .append(finding.assumed() ? wording.say("report.assumed") : "")
                .append('\n');
        String indent = "      ";
        line(text, indent, "report.subject", wording.say(finding.subject()) + bracketed(wording.term(finding.force())));
        line(text, indent, "report.required", required(finding));
        line(text, indent, "report.measured", measured(finding));
        if (finding.outcome() != Outcome.FAIL) {
            line(text, indent, "report.left", String.join(wording.say("mark.list"), finding.left()));
        }
        finding.missing().forEach(m -> line(text, indent, "report.missing", missing(finding, m)));
        line(text, indent, "report.question", wording.say(finding.question()));
        line(text, indent, "report.progress", progress(finding));
        if (finding.outcome() == Outcome.FAIL) {
            line(text, indent, "report.remedy", wording.remedy(finding));
        }
        cited(text, indent, finding);
        line(
                text,
                indent,
                "report.because",
                finding.because().stream()
                        .filter(reason -> !isSaidAbove(reason.key(), finding))
                        .map(wording::say)
                        .collect(Collectors.joining(wording.say("mark.semicolon"))));
    }

    private static boolean isSaidAbove(Reason.Key key, Finding finding) {
        boolean asks = !finding.missing().isEmpty() || !finding.question().zh().isEmpty();
        return finding.outcome() != Outcome.ERROR
                && (SAID_ABOVE.contains(key) || asks && ASKED_FOR_ABOVE.contains(key));
    }

    private void cited(StringBuilder text, String indent, Finding finding) {
        for (Citation citation : finding.citations()) {
            line(text, indent, "report.clause", citation(citation));
            clauses.apply(citation).ifPresent(clause -> line(text, indent, "report.clauseText", clause));
        }
        relations(text, indent, finding.relations());
        line(text, indent, "report.rulings", String.join(wording.say("mark.list"), finding.rulings()));
    }

    /** Quotation marks within the anchor become single ones. */
    private String citation(Citation citation) {
        return wording.say("report.document", citation.document())
                + (citation.number().isEmpty() ? "" : citation.number() + " ")
                + citation.clause() + "“" + citation.anchor().replace('“', '‘').replace('”', '’') + "”";
    }

    /** Those that bear on the finding in the same way share a line. */
    private void relations(StringBuilder text, String indent, List<Relation> relations) {
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (Relation relation : relations) {
            String how = bracketed(wording.term(relation.kind()) + wording.say("mark.semicolon") + relation.ruling())
                    + (relation.note().zh().isEmpty() ? "" : wording.say("mark.colon") + wording.say(relation.note()));
            others.computeIfAbsent(how, h -> new ArrayList<>())
                    .add(relation.other() + " " + wording.say(relation.otherTitle()));
        }
        others.forEach((how, those) ->
                line(text, indent, "report.relation", String.join(wording.say("mark.list"), those) + how));
    }

    private String required(Finding finding) {
        List<String> parts = new ArrayList<>();
        Object required = finding.required();
        boolean list = reason(finding, Reason.Key.LIST_COUNT) != null;
        if (required instanceof BigDecimal && !list) {
            Term operator = finding.op();
            String value = wording.value(required) + wording.unit(finding.unit());
            if (operator != null) {
                parts.add(
                        operator.id().equals("about")
                                ? wording.say("report.about", value)
                                : wording.say("report.compared", wording.term(operator), value));
            } else {
                parts.add(wording.say("report.target", value));
            }
        } else if (required instanceof Boolean asked && !list) {
            parts.add(wording.say(asked ? "report.required.yes" : "report.required.no"));
        } else if (required != null && !list) {
            parts.add(wording.value(required));
        } else if (list) {
            parts.add(wording.say(finding.rulings().contains("R3") ? "report.nearlyAll" : "report.all"));
        }
        if (parts.isEmpty() && !finding.question().zh().isEmpty()) {
            parts.add(wording.say("report.required.review"));
        }
        if (finding.due() != null) {
            parts.add(wording.say("report.due", finding.due()));
        } else if (required != null) {
            parts.add(wording.say("report.standing"));
        }
        return String.join(comma(), parts);
    }

    private String measured(Finding finding) {
        List<String> parts = new ArrayList<>();
        Reason count = reason(finding, Reason.Key.LIST_COUNT);
        if (count != null) {
            items(finding, count, parts);
        } else if (finding.measured() != null) {
            parts.add(wording.value(finding.measured()) + wording.unit(finding.unit()));
            BigDecimal margin = finding.margin();
            if (margin != null && margin.signum() != 0) {
                parts.add(wording.say(
                        margin.signum() < 0 ? "report.shortfall" : "report.margin",
                        wording.value(margin.abs()) + points(finding.unit())));
            }
        }
        String basis = finding.basis() == null || finding.measured() == null
                ? ""
                : bracketed(wording.say(finding.basis().inWords()) + line(finding));
        return String.join(comma(), parts) + basis;
    }

    /** How many items of a list meet the provision, how many do not, and how many are open. */
    private void items(Finding finding, Reason count, List<String> parts) {
        String met = wording.value(count.arguments().get(0));
        Object all = finding.required();
        parts.add(all == null ? wording.say("report.list.met", met) : wording.say("report.list", all, met));
        addCount("report.list.left", count.arguments().get(1), parts);
        addCount("report.list.open", count.arguments().get(2), parts);
    }

    private void addCount(String key, Object count, List<String> parts) {
        if (!count.equals(0)) {
            parts.add(wording.say(key, count));
        }
    }

    /** The line of the dossier where an answer or a stage is given. */
    private String line(Finding finding) {
        return finding.because().stream()
                .filter(reason -> reason.key() == Reason.Key.ANSWER || reason.key() == Reason.Key.STAGE)
                .map(reason ->
                        wording.value(reason.arguments().get(reason.arguments().size() - 1)))
                .findFirst()
                .orElse("");
    }

    private static @Nullable Reason reason(Finding finding, Reason.Key key) {
        return finding.because().stream()
                .filter(reason -> reason.key() == key)
                .findFirst()
                .orElse(null);
    }

    /** A difference of two percentages is in percentage points. */
    private String points(String unit) {
        return unit.equals("%") ? wording.say("unit.points") : wording.unit(unit);
    }

    private String missing(Finding finding, Missing missing) {
        String hint = wording.say(missing.hint());
        boolean own = missing.figure().equals(finding.provision());
        String what = !own
                ? wording.say(missing.label())
                : wording.say(finding.required() instanceof Stage ? "report.missing.stage" : "report.missing.answer");
        return what + bracketed(missing.figure()) + (hint.isEmpty() ? "" : wording.say("mark.colon") + hint);
    }

    private String progress(Finding finding) {
        Progress progress = finding.progress();
        return progress == null
                ? ""
                : wording.say(
                        progress.behind() ? "report.progress.behind" : "report.progress.ahead",
                        progress.baseline(),
                        progress.baselineYear(),
                        progress.expected().setScale(2, RoundingMode.HALF_UP),
                        wording.unit(finding.unit()));
    }

    private String bracketed(String inner) {
        return wording.say("mark.brackets", inner);
    }

    private String comma() {
        return wording.say("mark.comma");
    }

    /** A line with its label; none when there is nothing to say. */
    private void line(StringBuilder text, String indent, String label, String value) {
        if (!value.isEmpty()) {
            text.append(indent)
                    .append(wording.say(label))
                    .append(wording.say("mark.colon"))
                    .append(value)
                    .append('\n');
        }
    }
}
