package plancheck.rulebook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Message;

/**
 * A word, text, number or sign of a rule file.
 *
 * @param text as written; of a text what stands between the quotes
 * @param first whether it is the first on its line
 * @param wrong why it may stand nowhere in a rule file; null when it may
 */
record RuleToken(
        TokenKind kind,
        String text,
        int line,
        boolean first,
        @Nullable Message wrong) {

    enum TokenKind {
        WORD,
        TEXT,
        NUMBER,
        SIGN,
        /** After the last one of the file. */
        END
    }

    static final int LONGEST_TEXT = 1000;
    private static final Pattern TOKEN = Pattern.compile("(?<word>[A-Za-z_$][A-Za-z0-9_$]{0,99})"
            + "|\"(?<text>[^\"\\\\]{0," + LONGEST_TEXT + "})\""
            + "|(?<number>-?\\d{1,18}(?:\\.\\d{1,9})?)(?![\\w.])"
            + "|(?<sign>[=!<>]=|[^\\s\"'/\\\\])");

    /**
     * All of them, without blanks and {@code //} comments, and one of kind {@link TokenKind#END}. Each character is looked at
     * once, and nothing but blanks is passed over: neither in comments nor in texts may stand what an editor does not show.
     */
    static List<RuleToken> of(String file) {
        List<RuleToken> tokens = new ArrayList<>();
        String[] lines = file.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            line(line, i + 1, tokens);
        }
        tokens.add(new RuleToken(TokenKind.END, "", lines.length, true, null));
        return tokens;
    }

    private static void line(String line, int number, List<RuleToken> tokens) {
        Message unseen = unseen(line);
        if (unseen != null) {
            tokens.add(new RuleToken(TokenKind.SIGN, "", number, true, unseen));
            return;
        }
        Matcher matcher = TOKEN.matcher(line);
        boolean first = true;
        for (int at = 0; at < line.length(); first = false) {
            at = afterBlanks(line, at);
            if (at == line.length() || line.startsWith("//", at)) {
                return;
            }
            boolean found = matcher.region(at, line.length()).lookingAt();
            RuleToken token = found ? token(matcher, number, first) : notOne(line, at, number, first);
            tokens.add(token);
            at = found ? matcher.end() : line.length();
        }
    }

    private static int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static RuleToken token(Matcher matcher, int line, boolean first) {
        for (TokenKind kind : List.of(TokenKind.WORD, TokenKind.TEXT, TokenKind.NUMBER)) {
            String text = matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT));
            if (text != null) {
                return new RuleToken(kind, text, line, first, null);
            }
        }
        String sign = matcher.group("sign");
        return new RuleToken(TokenKind.SIGN, sign, line, first, sign.charAt(0) < 128 ? null : outside(matcher.group()));
    }

    /** What begins like nothing that there is. */
    private static RuleToken notOne(String line, int at, int number, boolean first) {
        Message wrong = switch (line.charAt(at)) {
            case '"' -> Message.of("rulebook.text-ends-on-its-line-has", LONGEST_TEXT);
            case '\'' -> Message.of("rulebook.text-stands-in-double-quotes");
            case '/' -> Message.of("rulebook.comment-begins-with-and-ends");
            case '\\' -> Message.of("rulebook.may-be-no-backslash");
            default -> outside(line.substring(at, line.offsetByCodePoints(at, 1)));
        };
        return new RuleToken(TokenKind.SIGN, line.substring(at, at + 1), number, first, wrong);
    }

    private static Message outside(String sign) {
        return Message.of("rulebook.outside-quotes-there-may", sign, codePoint(sign.codePointAt(0)));
    }

    /** Of the first character that an editor does not show, or shows elsewhere than it stands. */
    private static @Nullable Message unseen(String line) {
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int c = line.codePointAt(at);
            boolean shown = c == '\t'
                    || switch (Character.getType(c)) {
                        case Character.CONTROL,
                                Character.FORMAT,
                                Character.SURROGATE,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR -> false;
                        default -> true;
                    };
            if (!shown) {
                return Message.of("rulebook.invisible-character-delete-it-save", codePoint(c));
            }
        }
        return null;
    }

    private static String codePoint(int c) {
        return "U+%04X".formatted(c);
    }
}
