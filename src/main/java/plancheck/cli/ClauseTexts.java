package plancheck.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.plan.Clause;
import plancheck.plan.PlanStore;
import plancheck.plan.PlanText;

/** The full text of cited clauses with the anchor marked, from the official texts the user has added. */
final class ClauseTexts {
    private ClauseTexts() {}

    /** @param cite {@code full}, or null for locator and anchor alone */
    static Function<Citation, Optional<String>> of(@Nullable String cite, Setup setup, Terminal terminal) {
        if (cite == null) {
            return citation -> Optional.empty();
        }
        if (!cite.equals("full")) {
            throw new CliException(Exit.USAGE, "命令有误：--cite 只能写 full");
        }
        PlanStore store = new PlanStore(setup.home());
        if (store.list().isEmpty()) {
            terminal.say("提示：还没有导入规划原文，报告只列条款位置。导入：plancheck plans add 文件");
        }
        return inFull(store);
    }

    static Function<Citation, Optional<String>> inFull(PlanStore store) {
        Map<String, Optional<PlanText>> texts = new HashMap<>();
        return citation -> texts.computeIfAbsent(citation.plan(), store::text)
                .flatMap(text -> text.clause(citation.clause()))
                .map(clause -> marked(clause, citation.anchor()));
    }

    /** The clause in one line, with the anchor between 【 and 】. */
    private static String marked(Clause clause, String anchor) {
        String text = clause.text();
        String marked = clause.mark(anchor)
                .map(span -> marked(text, span.start(), withPercent(text, anchor, span.end())))
                .orElse(text);
        return marked.replace("\n", " ");
    }

    private static String marked(String text, int start, int end) {
        return text.substring(0, start) + "【" + text.substring(start, end) + "】" + text.substring(end);
    }

    /** Punctuation does not count when an anchor is sought, but a percent sign belongs to its figure. */
    private static int withPercent(String text, String anchor, int end) {
        return anchor.endsWith("%") && text.startsWith("%", end) ? end + 1 : end;
    }
}
