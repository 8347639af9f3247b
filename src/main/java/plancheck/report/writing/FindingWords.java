package plancheck.report.writing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Relation;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Progress;
import plancheck.report.Reason;
import plancheck.report.Report;

/** The lines that reports for people have for a finding, in one language. */
public final class FindingWords {
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
            Reason.Key.PARTS,
            Reason.Key.PARTS_LEFT,
            Reason.Key.DUE_BY_RULING,
            Reason.Key.YEAR_MISSING,
            Reason.Key.LIST_COUNT,
            Reason.Key.CONTRADICTED,
            Reason.Key.ITEM_LEFT,
            Reason.Key.QUESTION);

    /** Steps that tell an answer, and last in which line of the dossier it stands. */
    private static final Set<Reason.Key> ANSWERS =
            EnumSet.of(Reason.Key.ANSWER, Reason.Key.STAGE, Reason.Key.PARTS, Reason.Key.SETTLED);

    /** Likewise, where the finding asks for what is missing or puts a question about it. */
    private static final Set<Reason.Key> ASKED_FOR_ABOVE =
            EnumSet.of(Reason.Key.ITEM_UNKNOWN, Reason.Key.UNLISTED, Reason.Key.SCOPE_UNKNOWN);

    private final Wording wording;

    public FindingWords(Wording wording) {
        this.wording = wording;
    }

    /** What is asked, and by when; may be empty. */
    public String required(Finding finding) {
        List<String> parts = new ArrayList<>();
        Object required = finding.required();
        boolean list = reason(finding, Reason.Key.LIST_COUNT) != null;
        Reason inParts = reason(finding, Reason.Key.PARTS);
        if (inParts != null && required instanceof BigDecimal asked) {
            boolean all =
                    BigDecimal.valueOf((Integer) inParts.arguments().get(2)).compareTo(asked) == 0;
            parts.add(wording.say(all ? "report.parts.all" : "report.parts.any", required));
        } else if (required instanceof BigDecimal && !list) {
            Term operator = finding.line().op();
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
            parts.add(wording.say(finding.line().op() == null ? "report.all" : "report.nearlyAll"));
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

    /** What the dossier gives, by how much it is off the line, and what it rests on; may be empty. */
    public String measured(Finding finding) {
        List<String> parts = new ArrayList<>();
        Reason count = reason(finding, Reason.Key.LIST_COUNT);
        Reason inParts = reason(finding, Reason.Key.PARTS);
        if (count != null) {
            items(finding, count, parts);
        } else if (inParts != null) {
            parts.add(wording.say(
                    "report.parts.done",
                    inParts.arguments().get(2),
                    inParts.arguments().get(1)));
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
                .filter(reason -> ANSWERS.contains(reason.key()))
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

    /** What is to be supplied, its id, and what is wrong with what was given. */
    public String missing(Finding finding, Missing missing) {
        return what(finding, missing) + bracketed(missing.figure()) + wrong(missing);
    }

    /** The same without its id, for who fills in a form. */
    public String lacking(Finding finding, Missing missing) {
        return what(finding, missing) + wrong(missing);
    }

    private String wrong(Missing missing) {
        String hint = wording.say(missing.hint());
        return hint.isEmpty() ? "" : wording.say("mark.colon") + hint;
    }

    /** What is to be supplied: a figure by its name; what the provision itself asks, by its sort. */
    String what(Finding finding, Missing missing) {
        if (!missing.figure().equals(finding.provision())) {
            return wording.say(missing.label());
        }
        return wording.say(finding.required() instanceof Stage ? "report.missing.stage" : "report.missing.answer");
    }

    /** Where it stands against the straight line from its baseline; empty when there is none. */
    public String progress(Finding finding) {
        Progress progress = finding.progress();
        return progress == null
                ? ""
                : wording.say(
                        progress.behind() ? "report.progress.behind" : "report.progress.ahead",
                        progress.baseline(),
                        progress.baselineYear(),
                        expected(progress, finding.measured()),
                        wording.unit(finding.unit()));
    }

    /** To the hundredth, unless that would put the measured value on the other side of the line. */
    private static BigDecimal expected(Progress progress, @Nullable Object measured) {
        BigDecimal exact = progress.expected();
        BigDecimal rounded = exact.setScale(2, RoundingMode.HALF_UP);
        return measured instanceof BigDecimal value && value.compareTo(rounded) != value.compareTo(exact)
                ? exact
                : rounded;
    }

    /** What does not meet it yet, where what is to be done does not name it already; may be empty. */
    public String left(Finding finding) {
        boolean named = finding.outcome() == Outcome.FAIL && wording.namesWhatIsLeft(finding);
        return named ? "" : wording.value(wording.left(finding));
    }

    /** What passes rest on, and how many on each; empty when nothing passes. */
    public String passes(Report report) {
        return report.passes().entrySet().stream()
                .map(passes -> wording.say("report.passes." + passes.getKey().id(), passes.getValue()))
                .collect(Collectors.joining(comma()));
    }

    /** The steps that nothing else says, in one sentence; may be empty. */
    public String note(Finding finding) {
        return finding.because().stream()
                .filter(reason -> !isSaidAbove(reason.key(), finding))
                .map(wording::say)
                .collect(Collectors.joining(wording.say("mark.semicolon")));
    }

    private static boolean isSaidAbove(Reason.Key key, Finding finding) {
        boolean asks = !finding.missing().isEmpty() || !finding.question().zh().isEmpty();
        return finding.outcome() != Outcome.ERROR
                && (SAID_ABOVE.contains(key) || asks && ASKED_FOR_ABOVE.contains(key));
    }

    /** The document and the clause with the words cited. */
    public String citation(Citation citation) {
        return document(citation) + place(citation);
    }

    /** The document, with its number where it has one. */
    public String document(Citation citation) {
        return wording.say("report.document", citation.document())
                + (citation.number().isEmpty() ? "" : citation.number() + " ");
    }

    /** The clause with the words cited, as the plan has them; quotation marks within them become single ones. */
    public String place(Citation citation) {
        return citation.clause() + "“" + citation.anchor().replace('“', '‘').replace('”', '’') + "”";
    }

    /** How other provisions bear on it; those that do so in the same way share a line. */
    public List<String> relations(Finding finding) {
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (Relation relation : finding.relations()) {
            String how = bracketed(wording.term(relation.kind()) + wording.say("mark.semicolon") + relation.ruling())
                    + (relation.note().zh().isEmpty() ? "" : wording.say("mark.colon") + wording.say(relation.note()));
            others.computeIfAbsent(how, h -> new ArrayList<>())
                    .add(relation.other() + " " + wording.say(relation.otherTitle()));
        }
        return others.entrySet().stream()
                .map(other -> String.join(wording.say("mark.list"), other.getValue()) + other.getKey())
                .toList();
    }

    private String bracketed(String inner) {
        return wording.say("mark.brackets", inner);
    }

    private String comma() {
        return wording.say("mark.comma");
    }
}
