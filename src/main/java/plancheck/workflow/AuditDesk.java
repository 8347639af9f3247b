package plancheck.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.access.Tokens;
import plancheck.archive.AuditEntry;
import plancheck.archive.AuditTrail;
import plancheck.facts.Message;

/** The audit trail for those who read it. */
@Component
public class AuditDesk {
    /** Entries of a page. */
    public static final int PAGE = 50;

    private final AuditTrail trail;
    private final People people;
    private final Tokens tokens;

    AuditDesk(AuditTrail trail, People people, Tokens tokens) {
        this.trail = trail;
        this.people = people;
        this.tokens = tokens;
    }

    /**
     * What is looked for; an empty text for anything.
     *
     * @param actor part of who did it; {@code object} part of what it was done to
     * @param action the whole word, or its beginning with a dot: {@code dossier.}
     */
    public record Filter(String actor, String action, String object) {}

    /**
     * Some of the entries, newest first.
     *
     * @param more whether there are older ones
     */
    public record TrailPage(List<AuditEntry> entries, boolean more) {}

    /**
     * One page of the trail.
     *
     * @param number counted from 0
     * @throws Refusal when the actor is no auditor
     */
    public TrailPage page(Actor actor, Filter filter, int number) {
        if (!actor.is(Role.AUDITOR)) {
            throw new Refusal(Refusal.Why.FORBIDDEN, Message.of("workflow.auditors-only"));
        }
        String action = literal(filter.action()) + (filter.action().endsWith(".") ? "%" : "");
        List<AuditEntry> found = trail.matching(
                part(filter.actor()),
                filter.action().isEmpty() ? "%" : action,
                part(filter.object()),
                PAGE + 1,
                (long) PAGE * number);
        return new TrailPage(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }

    /** What people and programs are called, by the id they have in the trail. */
    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        people.all().forEach(account -> names.put(account.login(), account.name()));
        tokens.all().forEach(token -> names.put("token:" + token.id(), token.name()));
        return names;
    }

    private static String part(String text) {
        return "%" + literal(text.strip().toLowerCase(Locale.ROOT)) + "%";
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
