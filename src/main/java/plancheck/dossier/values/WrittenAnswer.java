package plancheck.dossier.values;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.facts.Label;
import plancheck.facts.NormalForm;

/** A yes or no as somebody wrote it: {@code √}, {@code 已通}, {@code 未完成}. What may be either, such as 1, ○ or 部分, is neither. */
public final class WrittenAnswer {
    /** A bare tick or 已 says yes; 1, ○, ● and a letter x may say anything. */
    private static final Set<String> YES =
            Set.of("是", "有", "已", "对", "√", "✓", "✔", "☑", "yes", "y", "true", "是的", "都有", "均有", "已有", "具备");

    private static final Set<String> NO =
            Set.of("否", "无", "未", "没", "没有", "不是", "×", "✕", "✖", "✗", "✘", "no", "n", "false", "尚无", "暂无", "不具备");

    /** Of whatever is asked for, unless it is something bad: then to have finished with it is not to have it. */
    private static final String ANY = "完成|建成|实施|开展|落实|达标|做到|实现";

    /** Needs no 已: 通 is how a table says that the road is there. */
    private static final Set<String> ALONE = Set.of("完成", "建成", "达标", "通", "通车", "硬化");

    private static final Pattern DONE = Pattern.compile("(?:均|都|全部?|现)?(?:已经?|全)([\\p{IsHan}]{1,6}?)(?:了|完)?");
    private static final Pattern NOT_DONE = Pattern.compile("(?:均|都|全部?|现)?(?:尚未|还未|仍未|未|没有?|不)([\\p{IsHan}]{1,6}?)");

    /** Something that is there and should not be, or a question put the other way. */
    private static final Pattern UNWANTED = Pattern.compile("存在|没有|[未无不违禁]|污染|隐患|危险|超标|破坏|占用|流失");

    private static final int LONGEST = 20;

    private WrittenAnswer() {}

    /**
     * The answer; empty for what is neither.
     *
     * @param question what is asked, whose verb may stand in the answer: to 通硬化路 已通 says yes
     */
    public static Optional<Boolean> of(String written, Label question) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = NormalForm.of(written).toLowerCase(Locale.ROOT).replaceAll("[。.!！]$", "");
        if (YES.contains(plain)) {
            return Optional.of(Boolean.TRUE);
        }
        if (NO.contains(plain)) {
            return Optional.of(Boolean.FALSE);
        }
        if (UNWANTED.matcher(question.zh()).find()) {
            return Optional.empty();
        }
        if (isOf(DONE.matcher(plain), question) || (ALONE.contains(plain) && isVerb(plain, question))) {
            return Optional.of(Boolean.TRUE);
        }
        return isOf(NOT_DONE.matcher(plain), question) ? Optional.of(Boolean.FALSE) : Optional.empty();
    }

    private static boolean isOf(Matcher answer, Label question) {
        return answer.matches() && isVerb(answer.group(1), question);
    }

    private static boolean isVerb(String word, Label question) {
        return word.matches(ANY) || (!word.isEmpty() && question.zh().contains(word));
    }
}
