package plancheck.dossier.form;

/** What surrounds a value that was typed or pasted, and is none of it. */
public final class Blanks {
    private Blanks() {}

    /** Without the blanks around it, of which word processors have many kinds; with line ends as a dossier has them. */
    public static String strip(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && isBlank(typed.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end).replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
