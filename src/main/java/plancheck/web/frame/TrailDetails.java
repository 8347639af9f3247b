package plancheck.web.frame;

import plancheck.archive.AuditEntry;
import plancheck.workflow.TrailDetail;

/** What the trail says beside an action, for people: it names figures by their pointers, a page by their labels. */
public record TrailDetails(PointerLabels labels) {

    /** The entry's detail; of a file that was attached or removed, what it proves and its name. */
    public String of(AuditEntry entry) {
        String detail = entry.detail();
        int blank = detail.indexOf(' ');
        return entry.action().startsWith("evidence.") && detail.startsWith("/") && blank > 0
                ? labels.of(detail.substring(0, blank)) + " · " + detail.substring(blank + 1)
                : labels.words().say(TrailDetail.of(entry));
    }
}
