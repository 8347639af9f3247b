package plancheck.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.archive.AuditEntry;
import plancheck.archive.AuditTrail;
import plancheck.facts.Digest;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.plan.store.PlanStore;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.plan.text.PlanTextException;
import plancheck.rulebook.RuleBook;

/** The official texts of the plans in the service: everybody reads them, an administrator adds them. */
@Component
public class OfficialTexts {
    /** The plans are a hundredth of it; anything larger is no plan. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(OfficialTexts.class);

    private final PlanStore store;
    private final AuditTrail trail;
    private final Clock clock;

    OfficialTexts(@Value("${plancheck.data}") Path data, RuleBook book, AuditTrail trail, Clock clock) {
        this.store = new PlanStore(data, book.knownPlans());
        this.trail = trail;
        this.clock = clock;
    }

    /** Where they are kept, to read from. */
    public PlanStore store() {
        return store;
    }

    /** The text of the plan; empty when none was given, or what was given can no longer be read, which stops nobody. */
    public Optional<PlanText> text(String plan) {
        try {
            return store.text(plan);
        } catch (PlanTextException e) {
            LOG.warn("the official text of {} cannot be read", plan, e);
            return Optional.empty();
        }
    }

    /** A clause with its text, empty like {@link #text}, or when the text has no such clause. */
    public Optional<Clause> clause(String plan, String path) {
        return text(plan).flatMap(text -> text.clause(path));
    }

    /** When the plan's text was added, empty when there is none. */
    public Optional<Instant> addedAt(String plan) {
        return store.addedAt(plan);
    }

    /**
     * Keeps a file as its plan's text, in place of an earlier one.
     *
     * @param name as the administrator's machine has it, for messages and the audit trail
     * @return the id of the plan it was recognised as
     * @throws Refusal when the actor is no administrator, or the file is not the text of a plan we know
     */
    @Transactional
    public String add(Actor actor, String name, byte[] content) {
        if (!actor.is(Role.ADMIN)) {
            throw new Refusal(Refusal.Why.FORBIDDEN, Message.of("workflow.administrators-only"));
        }
        if (content.length > LARGEST) {
            throw new Refusal(Refusal.Why.TOO_LARGE, Message.of("workflow.plan-text-too-large"));
        }
        String shown = shortened(name);
        String plan = kept(shown, content);
        trail.insert(AuditEntry.of(
                clock.instant(),
                actor.id(),
                "plan.add",
                "plan:" + plan,
                "",
                "",
                Label.of(shown + " sha256:" + Digest.sha256(content))));
        return plan;
    }

    private String kept(String name, byte[] content) {
        try {
            return store.add(name, content);
        } catch (PlanTextException e) {
            throw new Refusal(Refusal.Why.INVALID, e.message(), List.of());
        }
    }

    /** The last part of the name, fit for a message and the audit trail. */
    private static String shortened(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[^\\p{L}\\p{N}._（）()—-]", "_");
        String kept = last.length() > 60 ? last.substring(last.length() - 60) : last;
        return kept.isBlank() ? "原文.txt" : kept;
    }
}
