package plancheck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plancheck.facts.Message;
import plancheck.plan.store.PlanStore;
import plancheck.plan.text.PlanText;
import plancheck.plan.text.PlanTextException;
import plancheck.rulebook.RuleBook;

/** Where a command finds the official texts: a directory named on the command line, or those the user has added. */
final class OfficialPlans {
    @Option(names = "--plans", paramLabel = "目录", description = "规划原文所在目录；不写则用已导入的原文")
    private @Nullable Path plans;

    /**
     * The texts of the rule book's plans by plan id; empty when none was named and none has been added.
     *
     * @throws CliException when the directory is not there, or a text in it cannot be read
     */
    Map<String, PlanText> texts(RuleBook book, Setup setup) {
        if (plans != null && !Files.isDirectory(plans)) {
            throw new CliException(Exit.NO_INPUT, Message.of("cli.no-such-directory", plans));
        }
        try {
            PlanStore store = plans == null
                    ? new PlanStore(setup.home(), book.knownPlans())
                    : PlanStore.of(plans, book.knownPlans());
            Map<String, PlanText> texts = new HashMap<>();
            book.plans().keySet().forEach(id -> store.text(id).ifPresent(text -> texts.put(id, text)));
            return texts;
        } catch (PlanTextException e) {
            throw new CliException(Exit.DOSSIER_INVALID, e.message());
        }
    }
}
