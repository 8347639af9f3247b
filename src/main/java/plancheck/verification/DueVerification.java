package plancheck.verification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import plancheck.rulebook.Provision;
import plancheck.verification.ProvisionVerification.Finding;

/** Finds out what each due date of a provision rests on: the text (R9), a ruling for texts without one, or nothing. */
final class DueVerification {
    private static final String PINGLIANG = "pingliang";
    private static final String GANSU = "gansu";
    private static final int END_OF_PINGLIANGS_FIVE_YEARS = 2025;
    private static final int END_OF_FOURTEENTH_FIVE_YEAR_PLAN = 2025;
    private static final int GANSUS_HORIZON = 2035;

    private final Provision provision;
    private final List<CitedClause> cited;
    private final List<Finding> problems = new ArrayList<>();
    private final Set<String> rulings = new TreeSet<>();

    DueVerification(Provision provision, List<CitedClause> cited) {
        this.provision = provision;
        this.cited = cited;
        check();
    }

    List<Finding> problems() {
        return List.copyOf(problems);
    }

    /** The rulings among R9–R12 that the due dates rest on. */
    Set<String> rulings() {
        return rulings;
    }

    private void check() {
        List<LocalDate> dates = provision.criterion().dueDates();
        if (dates.size() < obligations()) {
            rulings.add("R12");
        }
        for (LocalDate date : dates) {
            if (date.getMonthValue() != 12 || date.getDayOfMonth() != 31) {
                problem("期限" + date + "不是当年年底", "规划只写年份的，截止日写 12-31（释义 R9）");
            }
        }
        List<WrittenValue> values =
                WrittenValue.of(provision).stream().filter(v -> v.year() > 0).toList();
        if (values.isEmpty()) {
            dates.forEach(date -> check(date.getYear(), null));
        }
        values.stream().filter(this::isAnchored).forEach(value -> check(value.year(), value.value()));
        provision.criterion().years().stream().limit(1).forEach(this::checkFirstYear);
    }

    private boolean isAnchored(WrittenValue value) {
        return cited.stream().anyMatch(c -> Numbers.counted(c.numbers()).containsKey(value.value()));
    }

    private int obligations() {
        return Math.max(1, provision.criterion().line().size());
    }

    private void check(int year, @Nullable BigDecimal value) {
        if (cited.stream().anyMatch(clause -> clause.dueYears(value).contains(year))) {
            rulings.add("R9");
            return;
        }
        Set<Integer> written = cited.get(0).dueYears(value);
        if (!written.isEmpty()) {
            problem("期限" + year + "年与原文的" + written + "不符", "请按原文改正期限（释义 R9）");
            return;
        }
        boolean inFiveYearPlan = cited.get(0).sentence().replaceAll("[“”]", "").contains("十四五末");
        if (provision.plan().equals(PINGLIANG) && year == END_OF_PINGLIANGS_FIVE_YEARS) {
            rulings.add("R10");
        } else if (provision.plan().equals(GANSU)
                && year == (inFiveYearPlan ? END_OF_FOURTEENTH_FIVE_YEAR_PLAN : GANSUS_HORIZON)) {
            rulings.add("R11");
        } else {
            problem("期限" + year + "年在原文和释义 R10、R11 中都没有依据", "请按原文或释义改正期限");
        }
    }

    /** A flow counts from the first year of the plan's title, unless the text names another. */
    private void checkFirstYear(int from) {
        BigDecimal year = BigDecimal.valueOf(from);
        String title = provision.citations().get(0).document().zh();
        boolean given = Numbers.arabic(title).stream()
                        .findFirst()
                        .filter(n -> n.value().compareTo(year) == 0)
                        .isPresent()
                || cited.stream().anyMatch(c -> Numbers.counted(c.numbers()).containsKey(year));
        if (!given) {
            problems.add(new Finding("years", "起始年份" + from + "既不是规划的首年，也不在锚词中", "请按原文改正"));
        }
    }

    private void problem(String message, String advice) {
        problems.add(new Finding(annotation(), message, advice));
    }

    private String annotation() {
        return List.of(
                        "years",
                        "due",
                        "atLeast",
                        "atMost",
                        "moreThan",
                        "lessThan",
                        "about",
                        "yes",
                        "no",
                        "nearlyAll",
                        "stage")
                .stream()
                .filter(provision.head()::containsKey)
                .findFirst()
                .orElse("");
    }
}
