package plancheck.report.writing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Language;
import plancheck.facts.Phrase;
import plancheck.facts.Sentences;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.report.Finding;
import plancheck.report.Reason;

/** Puts findings into words, in one language. Rounding happens here and nowhere before. */
public final class Wording {
    /** Decimals shown of a worked-out figure; given figures have fewer and are shown as given. */
    private static final int DECIMALS = 4;

    private final Language language;
    private final Sentences sentences;
    private final boolean inFull;

    public Wording(Language language) {
        this(language, false);
    }

    private Wording(Language language, boolean inFull) {
        this.language = language;
        this.inFull = inFull;
        this.sentences = Sentences.of("report", language);
    }

    /** The language's tag in BCP 47, as HTML has it. */
    public String tag() {
        return language.locale().toLanguageTag();
    }

    /** The same words, with every name of a long list. */
    Wording inFull() {
        return new Wording(language, true);
    }

    /** The message of the key with its placeholders filled in. */
    public String say(String key, Object... arguments) {
        return sentences.say(key, this::value, arguments);
    }

    public String say(Phrase phrase) {
        return phrase.in(language);
    }

    public String say(Reason reason) {
        Object[] arguments = reason.arguments().toArray();
        if (reason.key() == Reason.Key.COMPARED) {
            arguments[4] = say(Boolean.TRUE.equals(arguments[4]) ? "met" : "unmet");
        }
        return say("because." + reason.key().name(), arguments);
    }

    /** Any value a finding may hold, in words; an empty text for null. */
    public String value(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof Boolean answer) {
            return say(answer ? "yes" : "no");
        }
        if (value instanceof Unit unit) {
            return unit(unit);
        }
        if (value instanceof List<?> several) {
            return several(several);
        }
        if (value instanceof Phrase phrase) {
            return phrase.in(language);
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof Reason.DossierLine line) {
            return line.number() == 0 ? "" : say("line", line.number());
        }
        if (value instanceof Reason.DossierCell cell) {
            return say("cell", cell.words());
        }
        return value instanceof Term term ? term(term) : value.toString();
    }

    /** Named to the twentieth and then counted, except where a program reads on. */
    private String several(List<?> several) {
        List<String> said = several.stream().map(this::value).toList();
        return inFull ? String.join(say("mark.list"), said) : say(Label.some(said));
    }

    public String term(Term term) {
        return term.inWords().in(language);
    }

    /** A unit's symbol as a finding has it, to follow a number; an unknown one stays as it is. */
    public String unit(String symbol) {
        return Unit.of(symbol).map(this::unit).orElse(symbol);
    }

    /** English has a blank before a unit, but not before a percent sign. */
    private String unit(Unit unit) {
        String said = term(unit);
        return language == Language.EN && !said.isEmpty() && unit != Unit.PERCENT ? " " + said : said;
    }

    public String date(LocalDate date) {
        return language == Language.EN
                ? date.toString()
                : date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static String number(BigDecimal number) {
        return Rounding.shown(number, DECIMALS).toPlainString();
    }

    /** What would make the finding pass; empty when nothing is to be done. */
    public String remedy(Finding finding) {
        return switch (finding.outcome()) {
            case FAIL -> isOfTheRule(finding) ? filled(finding.rule().remedy(), finding) : usual(finding);
            case NEEDS_REVIEW -> say("remedy.review");
            default -> "";
        };
    }

    /** What does not meet it yet: items of a list by their names, parts of a duty in the words of the language. */
    public List<String> left(Finding finding) {
        return finding.because().stream()
                .filter(reason -> reason.key() == Reason.Key.PARTS_LEFT)
                .findFirst()
                .map(reason -> ((List<?>) reason.arguments().get(0))
                        .stream().map(this::value).toList())
                .orElse(finding.left());
    }

    /** Whether the rule has a remedy of its own in the language. */
    private boolean isOfTheRule(Finding finding) {
        return language == Language.ZH && !finding.rule().remedy().isEmpty();
    }

    /** Whether a remedy says what is left: the usual one does, a rule's own where it has a place for it. */
    boolean namesWhatIsLeft(Finding finding) {
        return !isOfTheRule(finding) || finding.rule().remedy().contains("{left}");
    }

    private String filled(String remedy, Finding finding) {
        BigDecimal margin = finding.margin();
        return remedy.replace("{shortfall}", margin == null ? "" : number(margin.abs()))
                .replace("{measured}", value(finding.measured()))
                .replace("{required}", value(finding.required()))
                .replace("{left}", value(left(finding)));
    }

    private String usual(Finding finding) {
        BigDecimal margin = finding.margin();
        if (!finding.left().isEmpty()) {
            return say("remedy.list", left(finding));
        }
        if (margin != null) {
            return say("remedy.shortfall", margin.abs(), unit(finding.unit()));
        }
        if (finding.required() instanceof Boolean expected) {
            return say("remedy.answer." + expected);
        }
        return finding.required() == null ? "" : say("remedy.stage", finding.required());
    }
}
