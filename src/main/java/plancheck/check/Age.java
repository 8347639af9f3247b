package plancheck.check;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Reason;

/** What was so in an earlier year does not answer what is due in a later one, whether it was good news or bad. */
final class Age {
    private Age() {}

    /** @param due null for a standing duty, which asks for no year */
    static boolean isTooOld(int year, @Nullable LocalDate due, boolean isDue) {
        return isDue && due != null && year < due.getYear();
    }

    static Finding insufficient(FindingDraft draft, String figure, Label name, int year, LocalDate due) {
        return draft.because(Reason.of(Reason.Key.STALE, name, year, String.valueOf(due.getYear())))
                .insufficient(List.of(missing(figure, name, year, due)));
    }

    static Missing missing(String figure, Label name, int year, LocalDate due) {
        return new Missing(
                figure,
                name,
                new Label(
                        "所给为" + year + "年情况，应为" + due.getYear() + "年或以后的情况",
                        "given for " + year + ", needed for " + due.getYear() + " or later"));
    }
}
