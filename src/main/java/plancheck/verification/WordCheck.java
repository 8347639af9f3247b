package plancheck.verification;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Force;
import plancheck.facts.Level;
import plancheck.facts.Stage;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** Looks for one kind of fault in one provision after the other, by the words of the kind. */
final class WordCheck {
    private static final Pattern STOP = Pattern.compile("[。；]\\s*\\S");
    private static final Pattern STANDING = Pattern.compile("不得|严禁|禁止|杜绝|严格|确保|保障|坚持|经常性|持续");
    private static final Pattern COMPLETED = Pattern.compile("建成|完成|竣工|建好|投运|投入使用");

    private final RuleBook book;
    private final Kind kind;
    private final Pattern words;
    /** How many provisions ask for each indicator. */
    private final Map<String, Long> asking;

    WordCheck(RuleBook book, Kind kind, Pattern words) {
        this.book = book;
        this.kind = kind;
        this.words = words;
        this.asking = book.provisions().stream()
                .flatMap(provision -> Stream.ofNullable(provision.indicator()))
                .collect(Collectors.groupingBy(Indicator::id, Collectors.counting()));
    }

    /** What is wrong of this kind; empty when nothing is. */
    Optional<String> found(CitedProvision cited) {
        Provision provision = cited.provision();
        boolean must = provision.force() == Force.MUST;
        return switch (kind) {
            case SOFT_WORD -> unread(cited, must && isDoing(cited));
            case ABSENT -> in(provision.title(), must && isDoing(cited) && mayBeAbsentUnsaid(cited));
            case EACH_ADDED -> in(ownWords(cited), cited.cited().stream().noneMatch(c -> says(c.words())));
            case IMPROVE_STANDING ->
                in(provision.title(), must && isDoing(cited) && isStanding(cited) && !cited.governs(STANDING));
            case NO_WORKS -> in(provision.title(), cited.isStage());
            case COMPLETION_ADDED ->
                in(
                        provision.title(),
                        isCompleted(provision)
                                && provision.particulars().named().isEmpty()
                                && cited.cited().stream()
                                        .noneMatch(c ->
                                                COMPLETED.matcher(c.sentence()).find()));
            case ANCHOR_SPANS ->
                cited.cited().stream()
                        .map(CitedClause::anchored)
                        .filter(anchor -> STOP.matcher(anchor).find())
                        .findFirst();
            case HELP_NUMBER -> helpNumber(cited);
            case ADDRESSEE -> unread(cited, cited.isOfPlace() && bindsEveryCounty(cited));
            case SIZE_WORD -> unread(cited, must && cited.isAnswered() && cited.isOfPlace());
            case EFFORT_LOST -> effortLost(cited, must && cited.isOfPlace() && cited.isAnswered());
            case EFFORT_MEASURED -> in(cited.first().governing(), must && isJudgedByFigure(cited));
            case ITEM_DROPPED, ASKED_TWICE, FALSE_REPEAT -> Optional.empty();
        };
    }

    private Optional<String> in(String text, boolean may) {
        Matcher matcher = words.matcher(text);
        return may && matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** A word that governs the anchor and that no ruling cited reads. */
    private Optional<String> unread(CitedProvision cited, boolean may) {
        return in(cited.first().governing(), may)
                .filter(word -> cited.provision().rulings().stream()
                        .flatMap(id -> Optional.ofNullable(book.rulings().get(id)).stream())
                        .noneMatch(ruling -> !ruling.words().isEmpty()
                                && Pattern.compile(ruling.words()).matcher(word).find()));
    }

    /** What is asked in the language in which no word tells that under way is enough. */
    private Optional<String> effortLost(CitedProvision cited, boolean may) {
        return may && cited.cited().stream().allMatch(c -> says(c.anchored()))
                ? Stream.of(cited.asked(), cited.askedInEnglish())
                        .filter(asked -> !says(asked))
                        .findFirst()
                        .map(asked -> asked.lines().findFirst().orElse(""))
                : Optional.empty();
    }

    private static boolean isJudgedByFigure(CitedProvision cited) {
        Indicator measured = cited.provision().indicator();
        return cited.provision().criterion().leftToPerson().isPresent()
                && measured != null
                && measured.type() == Indicator.Type.NUMBER
                && cited.first().numbers().isEmpty();
    }

    private boolean says(String text) {
        return words.matcher(text).find();
    }

    private static boolean isDoing(CitedProvision cited) {
        return cited.isOfPlace() && (cited.isStage() || cited.isAnswered());
    }

    private static boolean isStanding(CitedProvision cited) {
        return cited.provision().criterion().due() == null;
    }

    /** A work that is named, an item of a menu, and what a place of its own is bound by are there, or settled otherwise. */
    private boolean mayBeAbsentUnsaid(CitedProvision cited) {
        Provision provision = cited.provision();
        return provision.feature().isEmpty()
                && provision.particulars().named().isEmpty()
                && provision.particulars().sameAs().isEmpty()
                && cited.parts().stream().allMatch(part -> part.feature().isEmpty())
                && cited.binds(Level.COUNTY, Level.COUNTY_SEAT, Level.CENTRAL_URBAN_AREA)
                && !cited.namesPlaces()
                && book.settledBy(provision).isEmpty();
    }

    /** With the help of an indicator that nobody else asks for. */
    private String ownWords(CitedProvision cited) {
        Indicator measured = cited.provision().indicator();
        boolean own = measured != null && asking.getOrDefault(measured.id(), 0L) == 1;
        return cited.asked() + "\n" + (measured != null && own ? measured.help().zh() : "");
    }

    private static boolean isCompleted(Provision provision) {
        return provision.criterion().stages().contains(Stage.COMPLETED);
    }

    /** 城市 is the urban area of some, 县城 a county's seat: not every county is meant by these words alone. */
    private static boolean bindsEveryCounty(CitedProvision cited) {
        return cited.provision().scope().levels().size() < Level.values().length
                && cited.binds(Level.COUNTY)
                && !cited.binds(Level.COUNTY_SEAT, Level.CENTRAL_URBAN_AREA)
                && !cited.namesPlaces();
    }

    private Optional<String> helpNumber(CitedProvision cited) {
        Indicator measured = cited.provision().indicator();
        if (measured == null) {
            return Optional.empty();
        }
        String known = Stream.of(
                        cited.cited().stream().map(clause -> clause.clause().text()),
                        cited.provision().rulings().stream()
                                .flatMap(
                                        id -> Optional.ofNullable(book.rulings().get(id)).stream())
                                .map(ruling -> ruling.text().zh()),
                        Stream.of(measured.label(), measured.unitSymbol()))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
        Set<BigDecimal> numbers = Numbers.counted(Numbers.in(known)).keySet();
        return Numbers.arabic(words.matcher(measured.help().zh()).replaceAll("")).stream()
                .filter(number -> !numbers.contains(number.value()))
                .map(number -> number.value().toPlainString())
                .findFirst();
    }
}
