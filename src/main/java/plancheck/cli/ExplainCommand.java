package plancheck.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.check.ComplianceCheck;
import plancheck.check.Explanation;
import plancheck.dossier.Dossier;
import plancheck.facts.Citation;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.plan.store.PlanStore;
import plancheck.plan.text.Quotation;
import plancheck.report.Finding;
import plancheck.report.Reason;
import plancheck.report.Report;
import plancheck.report.writing.Wording;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Nearest;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;
import plancheck.sheet.HandedInReader;

/** {@code plancheck explain}: a provision in full, and step by step what it comes to for a dossier. */
@Command(
        name = "explain",
        header = "说明一条规定：约束谁、要求什么、出自哪一条款；对照材料时逐步说明判定过程。",
        description = {
            "",
            "例：",
            "  plancheck explain PL-6.1-3-d",
            "  plancheck explain --dossier 材料.yaml PL-6.1-3-d",
            "",
            "导入过规划原文（plancheck plans add）的，附条款全文，依据的文字用【】标出。",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(paramLabel = "规定编号", description = "例如 PL-6.1-3-d，可用 plancheck rules list 查找")
    private String id = "";

    @Option(names = "--dossier", paramLabel = "材料", description = "对照这份材料说明判定过程")
    private @Nullable String file;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = setup.ruleBook();
        Provision provision = find(book, id);
        Explanation explanation = Explanation.of(provision, book);
        if (file != null) {
            Dossier dossier = setup.dossier(file, new HandedInReader(book), terminal);
            if (dossier == null) {
                return Exit.DOSSIER_INVALID;
            }
            Report report = new ComplianceCheck(book).check(dossier);
            explanation = Explanation.of(provision, book, dossier, report);
        }
        StringBuilder text = new StringBuilder();
        provision(text, explanation, book);
        conditions(text, explanation);
        explanation.findings().forEach(finding -> steps(text, finding));
        terminal.write(text.toString(), false);
        return Exit.OK;
    }

    static Provision find(RuleBook book, String id) {
        return book.provision(id).orElseThrow(() -> {
            String near =
                    Nearest.to(id, book.provisions().stream().map(Provision::id).toList());
            return CliException.usage(
                    near.isEmpty()
                            ? Message.of("cli.no-such-provision", id)
                            : Message.of("cli.no-such-provision-near", id, near));
        });
    }

    private void provision(StringBuilder text, Explanation explanation, RuleBook book) {
        Provision provision = explanation.provision();
        text.append(provision.id()).append(' ').append(say(provision.name())).append('\n');
        line(text, Message.of("cli.explain-binds", provision.scope().words()));
        line(text, Message.of("cli.explain-requires", explanation.criterion()));
        line(text, Message.of("cli.explain-force", provision.force().inWords()));
        Indicator indicator = provision.indicator();
        if (explanation.isDeclared()) {
            line(text, Message.of("cli.explain-answered", Message.of("cli.answered-under-declarations")));
        } else if (indicator != null) {
            line(
                    text,
                    indicator.help().zh().isEmpty()
                            ? Message.of("cli.explain-indicator", indicator.name(), indicator.id())
                            : Message.of(
                                    "cli.explain-indicator-with-help",
                                    indicator.name(),
                                    indicator.id(),
                                    indicator.help()));
        }
        PlanStore store = new PlanStore(setup.home(), book.knownPlans());
        for (Citation citation : provision.citations()) {
            line(text, Message.of("cli.explain-clause", citation.document(), citation.clause(), citation.anchor()));
            store.quoted(citation)
                    .map(Quotation::marked)
                    .ifPresent(full -> line(text, Message.of("cli.explain-text", full)));
        }
        for (Ruling ruling : explanation.rulings()) {
            line(text, Message.of("cli.explain-ruling", ruling.id(), ruling.text()));
        }
        line(text, Message.of("cli.explain-file", "rules/" + provision.file() + ":" + provision.line()));
    }

    private void line(StringBuilder text, Message message) {
        text.append("  ").append(say(message)).append('\n');
    }

    private String say(Phrase phrase) {
        return phrase.in(setup.language());
    }

    /** Each condition of the rule for each subject it might bind, so that one sees which one decided. */
    private void conditions(StringBuilder text, Explanation explanation) {
        Wording wording = new Wording(setup.language());
        if (!explanation.subjects().isEmpty()) {
            text.append(say(Message.of("cli.explain-conditions")));
        }
        for (Explanation.SubjectConditions subject : explanation.subjects()) {
            text.append("  ").append(say(subject.subject())).append('\n');
            for (Explanation.ConditionAnswer condition : subject.conditions()) {
                Boolean holds = condition.holds();
                text.append(holds == null ? "    ？ " : holds ? "    ✓ " : "    ✗ ")
                        .append(wording.say(condition.words()))
                        .append(holds == null ? say(Message.of("cli.explain-not-given")) : given(wording, condition))
                        .append('\n');
            }
        }
    }

    private String given(Wording wording, Explanation.ConditionAnswer condition) {
        String actual = wording.value(condition.inWords());
        return say(Message.of("cli.dossier-has", actual));
    }

    private void steps(StringBuilder text, Finding finding) {
        Wording wording = new Wording(setup.language());
        String subject = wording.say(finding.subject());
        text.append(say(Message.of("cli.for-dossier", subject)));
        List<Reason> because = finding.because();
        for (int i = 0; i < because.size(); i++) {
            text.append("  ")
                    .append(i + 1)
                    .append(". ")
                    .append(wording.say(because.get(i)))
                    .append('\n');
        }
        line(text, Message.of("cli.explain-outcome", finding.outcome()));
        String remedy = wording.remedy(finding);
        if (!remedy.isEmpty()) {
            line(text, Message.of("cli.explain-remedy", remedy));
        }
    }
}
