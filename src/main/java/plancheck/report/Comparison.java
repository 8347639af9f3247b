package plancheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one report of a place, or of a project, to another: by provision and subject.
 *
 * @param changes all but the unchanged, in the order of the later report; what only the earlier one has comes last
 * @param unchanged how many findings have the outcome they had and leave nothing to do
 */
public record Comparison(Report before, Report after, List<Change> changes, int unchanged) {

    /**
     * A finding before and after, not both null.
     *
     * @param before null when the earlier report did not ask for it
     * @param after null when the later one does not
     */
    public record Change(
            ChangeKind kind,
            @Nullable Finding before,
            @Nullable Finding after) {

        /** The later finding, or the earlier one when there is no later one: for its provision, title and subject. */
        public Finding latest() {
            Finding latest = after == null ? before : after;
            if (latest == null) {
                throw new IllegalStateException("a change of nothing");
            }
            return latest;
        }

        /** Whether the outcome is another one; a finding still open may have the one it had. */
        public boolean isOfOutcome() {
            return before == null || after == null || before.outcome() != after.outcome();
        }
    }

    /** The comparison of two reports. That they are of the same place is for the caller to see to. */
    public static Comparison of(Report before, Report after) {
        Map<String, List<Finding>> earlier = byProvision(before);
        Map<String, List<Finding>> later = byProvision(after);
        List<Change> changes = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<String, List<Finding>> provision : later.entrySet()) {
            List<Finding> left = earlier.getOrDefault(provision.getKey(), new ArrayList<>());
            for (Finding now : provision.getValue()) {
                Finding then = counterpart(now, left, provision.getValue());
                left.remove(then);
                ChangeKind kind = kind(then, now);
                if (kind == null) {
                    unchanged++;
                } else {
                    changes.add(new Change(kind, then, now));
                }
            }
        }
        earlier.values().forEach(gone -> gone.forEach(then -> changes.add(new Change(ChangeKind.OTHER, then, null))));
        return new Comparison(before, after, List.copyOf(changes), unchanged);
    }

    public List<Change> with(ChangeKind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** The changes of which the outcome is another one. */
    public List<Change> ofOutcome() {
        return changes.stream().filter(Change::isOfOutcome).toList();
    }

    private static Map<String, List<Finding>> byProvision(Report report) {
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            findings.computeIfAbsent(finding.provision(), id -> new ArrayList<>(1))
                    .add(finding);
        }
        return findings;
    }

    /**
     * The finding for the same subject. Where nothing is bound the subject is only the nearest one, or the dossier by
     * its title, and may differ; so a single finding is compared with a single one whatever they are called.
     */
    private static @Nullable Finding counterpart(Finding now, List<Finding> earlier, List<Finding> later) {
        for (Finding then : earlier) {
            if (then.subject().zh().equals(now.subject().zh())) {
                return then;
            }
        }
        return earlier.size() == 1 && later.size() == 1 ? earlier.get(0) : null;
    }

    /** Null when nothing changed and nothing is open. */
    private static @Nullable ChangeKind kind(@Nullable Finding then, Finding now) {
        boolean wasOpen = then != null && isOpen(then.outcome());
        if (isOpen(now.outcome())) {
            return wasOpen ? ChangeKind.STILL_OPEN : ChangeKind.NEW;
        }
        if (then != null && then.outcome() == now.outcome()) {
            return null;
        }
        return wasOpen && now.outcome() == Outcome.PASS ? ChangeKind.FIXED : ChangeKind.OTHER;
    }

    private static boolean isOpen(Outcome outcome) {
        return switch (outcome) {
            case FAIL, INSUFFICIENT_DATA, NEEDS_REVIEW, ERROR -> true;
            case NOT_DUE, PASS, DIRECTION, NOT_APPLICABLE -> false;
        };
    }
}
