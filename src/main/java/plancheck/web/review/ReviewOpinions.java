package plancheck.web.review;

import java.util.List;
import plancheck.archive.Opinion;
import plancheck.archive.Opinion.Kind;
import plancheck.report.Finding;

/** The opinions that may be given on a finding. */
final class ReviewOpinions {
    private ReviewOpinions() {}

    /** What the check decided is agreed with or not; what it left open is decided, or the county is asked. */
    static List<Opinion.Kind> kinds(Finding finding) {
        return switch (finding.outcome()) {
            case INSUFFICIENT_DATA, NEEDS_REVIEW, ERROR -> List.of(Kind.MET, Kind.UNMET, Kind.ASK);
            case FAIL, NOT_DUE, PASS, NOT_APPLICABLE -> List.of(Kind.AGREE, Kind.DISAGREE, Kind.ASK);
        };
    }
}
