package plancheck.web.review;

import java.util.List;
import plancheck.archive.OpinionKind;
import plancheck.report.Finding;

/** The opinions that may be given on a finding. */
final class ReviewOpinions {
    private ReviewOpinions() {}

    /** What the check decided is agreed with or not; what it left open is decided, or the county is asked. */
    static List<OpinionKind> kinds(Finding finding) {
        return switch (finding.outcome()) {
            case INSUFFICIENT_DATA, NEEDS_REVIEW, ERROR -> List.of(OpinionKind.MET, OpinionKind.UNMET, OpinionKind.ASK);
            case FAIL, NOT_DUE, PASS, DIRECTION, NOT_APPLICABLE ->
                List.of(OpinionKind.AGREE, OpinionKind.DISAGREE, OpinionKind.ASK);
        };
    }
}
