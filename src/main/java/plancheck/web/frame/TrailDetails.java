package plancheck.web.frame;

import plancheck.archive.AuditEntry;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.workflow.DossierDesk;

/** What the trail says beside an action, for people: it names figures by their pointers, a page by their labels. */
public record TrailDetails(PointerLabels labels) {

    /** Whether it is in the words of whoever did it. */
    public boolean isWritten(AuditEntry entry) {
        return !(entry.said() instanceof Message);
    }

    /** The entry's detail; of a file that was attached or removed, what it proves and its name. */
    public String of(AuditEntry entry) {
        Phrase said = entry.said();
        return said instanceof Message message && message.key().equals(DossierDesk.EVIDENCE)
                ? labels.of(message.arguments().get(0).toString()) + " · "
                        + message.arguments().get(1)
                : labels.words().say(said);
    }
}
