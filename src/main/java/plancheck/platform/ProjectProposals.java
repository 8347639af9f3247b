package plancheck.platform;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Days;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
import plancheck.facts.WorkNature;
import plancheck.match.ProjectDescription;
import plancheck.match.WorkMatch;
import plancheck.match.WorkMatcher;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** Makes proposals of what the platform registered. Safe to share between threads. */
public final class ProjectProposals {
    private static final Pattern INDUSTRY = Pattern.compile("(?<![\\d.])([A-T]?)(\\d{2,4})(?![\\d.])");
    private static final Pattern AMOUNT = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)\\s*(亿|万)?\\s*元?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:\\s*[年./-]\\s*(\\d{1,2}))?(?:\\s*[月./-]\\s*(\\d{1,2}))?");
    private static final Pattern CODE_IN_TEXT = Pattern.compile("(?<!\\d)(\\d{6})(?:\\d{6})?(?!\\d)");
    private static final Map<String, WorkNature> NATURES = Map.of(
            "新建", WorkNature.NEW,
            "迁建", WorkNature.NEW,
            "扩建", WorkNature.WIDENED,
            "改扩建", WorkNature.WIDENED,
            "改建", WorkNature.REBUILT,
            "改造", WorkNature.REBUILT,
            "技术改造", WorkNature.REBUILT,
            "恢复", WorkNature.REBUILT,
            "修缮", WorkNature.PROTECTED);

    /** What a sign is worth: a word in the name says most, then a work of the plans that is plainly it, the industry, and the scale. */
    private static final int IN_NAME = 4;

    private static final int BY_WORK = 6;
    private static final int BY_INDUSTRY = 3;
    private static final int IN_SCALE = 1;

    /** Less than this of the likeliest's worth is not proposed. */
    private static final double WORTH_SAYING = 0.5;

    private final RuleBook book;
    private final WorkMatcher matcher;

    public ProjectProposals(RuleBook book) {
        this.book = book;
        this.matcher = new WorkMatcher(book);
    }

    /** Whether the text is a registration rather than a dossier. */
    public static boolean isRegistration(String text) {
        return PlatformReader.isPlatform(text);
    }

    /**
     * What was read.
     *
     * @param problems with the whole: no project in it, too many, no JSON
     */
    public record Read(List<ProjectProposal> proposals, List<Problem> problems) {}

    /** Of JSON or of a table, whichever it is. Never throws for what stands in it. */
    public Read of(String text) {
        Problems problems = new Problems();
        List<PlatformRecord> records = new PlatformReader(problems).read(text);
        return new Read(records.stream().map(this::proposal).toList(), problems.inOrder());
    }

    /** Of fields that somebody has typed, under the platform's heads. */
    public ProjectProposal of(Map<String, String> fields) {
        return proposal(PlatformRecord.of(List.copyOf(fields.entrySet()), 1));
    }

    private ProjectProposal proposal(PlatformRecord read) {
        Problems problems = new Problems();
        String name = read.value(PlatformField.NAME);
        String scale = read.value(PlatformField.SCALE);
        if (name.isEmpty()) {
            problem(
                    problems,
                    read,
                    PlatformField.NAME,
                    Message.of("platform.no-name"),
                    Message.of("platform.add-name"));
        }
        List<PlaceName> places = places(read, problems);
        List<ProjectProposal.ReadAmount> amounts = ScaleText.amounts(scale).stream()
                .map(amount -> new ProjectProposal.ReadAmount(amount.amount(), amount.words()))
                .toList();
        if (!scale.isEmpty() && amounts.isEmpty()) {
            hint(problems, read, Message.of("platform.no-amount", scale), Message.of("platform.give-amounts"));
        }
        LocalDate start = date(read, PlatformField.START, false, problems);
        LocalDate completion = date(read, PlatformField.COMPLETION, true, problems);
        if (start != null && completion != null && completion.isBefore(start)) {
            problem(
                    problems,
                    read,
                    PlatformField.COMPLETION,
                    Message.of("dossier.completed-before-start"),
                    Message.of("dossier.check-both-dates"));
        }
        if (completion == null) {
            hint(problems, read, Message.of("platform.no-completion"), Message.of("platform.dates-stay-open"));
        }
        List<String> codes = places.stream().map(PlaceName::code).toList();
        List<ProjectProposal.SectorGuess> sectors = sectors(read, codes, problems);
        others(read, problems);
        return new ProjectProposal(
                name,
                read.value(PlatformField.CODE),
                codes.isEmpty() ? "" : codes.get(0),
                codes.size() < 2 ? List.of() : codes.subList(1, codes.size()),
                site(read, places),
                nature(read, problems),
                scale,
                sectors,
                amounts,
                investment(read, problems),
                start,
                completion,
                read.value(PlatformField.APPROVAL),
                problems.inOrder());
    }

    /** The counties that the place names, else those of the project's own name; the city where it names no county. */
    private List<PlaceName> places(PlatformRecord read, Problems problems) {
        String written = read.plain(PlatformField.PLACE);
        List<PlaceName> named = named(written);
        if (named.isEmpty()) {
            List<PlaceName> byName = named(read.value(PlatformField.NAME));
            if (!written.isEmpty() && byName.isEmpty()) {
                problem(
                        problems,
                        read,
                        PlatformField.PLACE,
                        Message.of("platform.place-elsewhere", written),
                        Message.of("platform.write-county"));
            } else if (byName.isEmpty()) {
                problem(
                        problems,
                        read,
                        PlatformField.PLACE,
                        Message.of("platform.no-place"),
                        Message.of("platform.write-county"));
            }
            return byName;
        }
        return named;
    }

    private List<PlaceName> named(String text) {
        Set<PlaceName> found = new LinkedHashSet<>();
        Matcher code = CODE_IN_TEXT.matcher(text);
        while (code.find()) {
            book.place(code.group(1)).ifPresent(found::add);
        }
        book.placesAsWritten().entrySet().stream()
                .filter(entry -> entry.getKey().length() > 1
                        && !Character.isDigit(entry.getKey().charAt(0)))
                .filter(entry -> text.contains(entry.getKey())
                        || text.contains(entry.getValue().shortName()))
                .sorted(Comparator.comparingInt(entry -> position(text, entry.getKey(), entry.getValue())))
                .forEach(entry -> found.add(entry.getValue()));
        List<PlaceName> counties =
                found.stream().filter(place -> place.level() == Level.COUNTY).toList();
        return counties.isEmpty()
                ? found.stream().filter(place -> place.level() == Level.CITY).toList()
                : counties;
    }

    private static int position(String text, String written, PlaceName place) {
        int at = text.indexOf(written);
        return at >= 0 ? at : text.indexOf(place.shortName());
    }

    /** A village or a township lies outside the town; nothing else tells. */
    private static @Nullable Level site(PlatformRecord read, List<PlaceName> places) {
        String words = read.value(PlatformField.PLACE) + read.value(PlatformField.NAME);
        boolean country = words.matches(".*(村|乡|自然村|塬).*") || words.matches(".*镇.*") && !words.contains("城关");
        boolean town = words.matches(".*(县城|城区|市区|中心城区|街道|城关).*");
        if (places.isEmpty() || country == town) {
            return null;
        }
        return town ? places.get(0).townLevel() : places.get(0).level();
    }

    private static @Nullable WorkNature nature(PlatformRecord read, Problems problems) {
        String written = read.value(PlatformField.NATURE);
        if (written.isEmpty()) {
            return null;
        }
        WorkNature nature = NATURES.get(written.replaceAll("[^\\p{IsHan}]", ""));
        if (nature == null) {
            problem(
                    problems,
                    read,
                    PlatformField.NATURE,
                    Message.of("platform.other-nature", written),
                    Message.of("platform.choose-nature"));
        }
        return nature;
    }

    private static @Nullable BigDecimal investment(PlatformRecord read, Problems problems) {
        String written = read.plain(PlatformField.INVESTMENT);
        if (written.isEmpty()) {
            return null;
        }
        Matcher amount = AMOUNT.matcher(written);
        if (!amount.find()) {
            problem(
                    problems,
                    read,
                    PlatformField.INVESTMENT,
                    Message.of("platform.no-investment", written),
                    Message.of("platform.write-investment"));
            return null;
        }
        BigDecimal value = new BigDecimal(amount.group(1).replace(",", ""));
        String head = NormalForm.of(read.heads().getOrDefault(PlatformField.INVESTMENT, ""));
        String unit = amount.group(2) != null
                ? amount.group(2)
                : head.contains("亿") ? "亿" : head.contains("万") ? "万" : written.contains("元") ? "" : "万";
        return switch (unit) {
            case "亿" -> value.movePointRight(4);
            case "万" -> value;
            default -> value.movePointLeft(4);
        };
    }

    /** The day, or the first or last day of what is only a month or a year, which is said. */
    private static @Nullable LocalDate date(PlatformRecord read, PlatformField field, boolean last, Problems problems) {
        String written = read.plain(field);
        if (written.isEmpty()) {
            return null;
        }
        Matcher day = DAY.matcher(written);
        LocalDate date = day.find() ? date(day, last) : null;
        if (date == null || !Days.has(date.getYear())) {
            problem(
                    problems,
                    read,
                    field,
                    Message.of("platform.no-date", field.head(), written),
                    Message.of("platform.write-date"));
            return null;
        }
        if (day.group(3) == null) {
            hint(
                    problems,
                    read,
                    Message.of("platform.date-taken", field.head(), written, date.toString()),
                    Message.of("platform.check-date"));
        }
        return date;
    }

    private static @Nullable LocalDate date(Matcher day, boolean last) {
        try {
            int year = Integer.parseInt(day.group(1));
            if (day.group(2) == null) {
                return last ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(day.group(2)));
            return day.group(3) != null
                    ? month.atDay(Integer.parseInt(day.group(3)))
                    : last ? month.atEndOfMonth() : month.atDay(1);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private List<ProjectProposal.SectorGuess> sectors(PlatformRecord read, List<String> places, Problems problems) {
        String name = read.value(PlatformField.NAME);
        String scale = read.value(PlatformField.SCALE);
        Map<String, Integer> worth = new LinkedHashMap<>();
        Map<String, List<Message>> reasons = new LinkedHashMap<>();
        for (WorkMatch match : matcher.named(new ProjectDescription(name, places, "", scale))) {
            if (match.isPlain()) {
                add(
                        match.work().sector(),
                        BY_WORK,
                        Message.of("platform.by-work", match.work().name()),
                        worth,
                        reasons);
            }
        }
        book.signs().forEach((sector, signs) -> {
            signs.words().stream()
                    .filter(name::contains)
                    .max(Comparator.comparingInt(String::length))
                    .ifPresent(word ->
                            add(sector, IN_NAME + word.length(), Message.of("platform.by-name", word), worth, reasons));
            signs.words().stream()
                    .filter(scale::contains)
                    .max(Comparator.comparingInt(String::length))
                    .ifPresent(word -> add(sector, IN_SCALE, Message.of("platform.by-scale", word), worth, reasons));
        });
        industry(read, worth, reasons, problems);
        int best = worth.values().stream().max(Comparator.naturalOrder()).orElse(0);
        if (best == 0) {
            hint(problems, read, Message.of("platform.no-sector"), Message.of("platform.choose-sector"));
        }
        return worth.entrySet().stream()
                .filter(entry -> entry.getValue() >= WORTH_SAYING * best)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> new ProjectProposal.SectorGuess(
                        entry.getKey(), List.copyOf(reasons.getOrDefault(entry.getKey(), List.of()))))
                .toList();
    }

    private void industry(
            PlatformRecord read, Map<String, Integer> worth, Map<String, List<Message>> reasons, Problems problems) {
        String written = read.plain(PlatformField.INDUSTRY);
        if (written.isEmpty()) {
            return;
        }
        Matcher code = INDUSTRY.matcher(written);
        String found = code.find() ? code.group(2) : "";
        boolean known = false;
        for (var signs : book.signs().entrySet()) {
            for (String industry : signs.getValue().industries()) {
                if (!found.isEmpty() && found.startsWith(industry)) {
                    known = true;
                    add(signs.getKey(), BY_INDUSTRY, Message.of("platform.by-industry", found), worth, reasons);
                }
            }
            // Some offices send the name of the industry alone.
            signs.getValue().words().stream()
                    .filter(written::contains)
                    .findFirst()
                    .ifPresent(word ->
                            add(signs.getKey(), BY_INDUSTRY, Message.of("platform.by-industry", word), worth, reasons));
        }
        if (!known && !found.isEmpty()) {
            hint(problems, read, Message.of("platform.other-industry", written), Message.of("platform.choose-sector"));
        }
    }

    private static void add(
            String sector, int points, Message reason, Map<String, Integer> worth, Map<String, List<Message>> reasons) {
        worth.merge(sector, points, Integer::sum);
        reasons.computeIfAbsent(sector, id -> new ArrayList<>()).add(reason);
    }

    private static void others(PlatformRecord read, Problems problems) {
        if (!read.others().isEmpty()) {
            hint(
                    problems,
                    read,
                    Message.of(
                            "platform.fields-not-used",
                            Label.some(List.copyOf(read.others().keySet()))),
                    Message.of("platform.not-needed"));
        }
    }

    /** What does not stand in the way. */
    private static void hint(Problems problems, PlatformRecord read, Message message, Message advice) {
        problems.add(Problem.warning(read.row(), "", message, advice));
    }

    private static void problem(
            Problems problems, PlatformRecord read, PlatformField field, Message message, Message advice) {
        problems.add(Problem.error(read.row(), "/" + field.head(), message, advice));
    }
}
