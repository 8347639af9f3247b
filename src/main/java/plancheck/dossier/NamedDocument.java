package plancheck.dossier;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether what is written as evidence names a document that somebody could look for (ruling R44): a title or a number, a
 * page, a file. A word that stands for none, that points to nothing, or that only says there is something, does not.
 */
public final class NamedDocument {
    /** After all signs and blanks are gone. */
    private static final Pattern NONE = Pattern.compile(
            "(?:暂?(?:无|無|没有|缺|未提供|未附)|不详|未知|略|同上|待(?:补|定|查|报|提供|上传|完善)?[充交齐]?|[后另随]补|补充中|正在?(?:整理|收集|办理)中?"
                    + "|[详已]?(?:见|附|如|有)?(?:相关|有关|所附|后附|佐证|证明)?(?:附件|附后|材料|资料|文件|证明|台账|佐证|佐证材料|证明材料|相关材料|有关材料|有|附)\\d{0,2}[份件个]?"
                    + "|[是否有行可对好]|已(?:完成|落实|办理|上传|提供|报送|建立)|测试|示例|none|nil|na|n|y|yes|no|ok|tbd|test|xx*|to(?:follow|come|bedone|beadded)"
                    + "|(?:see)?(?:annex|attached|attachment|appendix|above)|pending|unknown|\\p{N}+|\\p{L})");

    /** What is longer than any of these words is none of them, but for a row of figures or of crosses; most titles are. */
    private static final int LONGEST = "seeattachment".length();

    /** No other character is in any of these words, but for numbers and a single letter: what has another is a title, and most have. */
    private static final BitSet THEIRS = NONE.pattern().codePoints().collect(BitSet::new, BitSet::set, BitSet::or);

    private static final Pattern ROW = Pattern.compile("x+|\\p{N}+");

    private NamedDocument() {}

    public static boolean isNamedBy(String evidence) {
        if (isPlainlyATitle(evidence)) {
            return true;
        }
        String words = withoutSigns(Normalizer.normalize(evidence, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        return !words.isEmpty()
                && (hasAnotherCharacter(words)
                        || !(words.length() > LONGEST ? ROW : NONE)
                                .matcher(words)
                                .matches());
    }

    /** Most titles are, by a Chinese character that is in none of these words and that no normal form changes. */
    private static boolean isPlainlyATitle(String evidence) {
        int letters = 0;
        boolean other = false;
        for (int at = 0; at < evidence.length(); at++) {
            char c = evidence.charAt(at);
            letters += Character.isLetterOrDigit(c) ? 1 : 0;
            other |= c >= '\u4e00' && c <= '\u9fff' && !THEIRS.get(c);
        }
        return other && letters > 1;
    }

    private static boolean hasAnotherCharacter(String words) {
        return words.codePointCount(0, words.length()) > 1
                && words.codePoints().anyMatch(c -> !THEIRS.get(c) && !isNumber(c));
    }

    private static boolean isNumber(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** By a loop and no pattern: a dossier names documents by the hundred, and this was a tenth of reading it. */
    private static String withoutSigns(String text) {
        StringBuilder words = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isSign(c)).forEach(words::appendCodePoint);
        return words.toString();
    }

    /** What is no letter, mark or number: punctuation, symbols, blanks, controls, and what Unicode has not assigned. */
    private static boolean isSign(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> false;
            default -> true;
        };
    }
}
