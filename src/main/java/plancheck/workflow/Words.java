package plancheck.workflow;

import plancheck.facts.Label;

/** What people write into a field: kept as written, as long as both databases can keep it. */
final class Words {
    private Words() {}

    /**
     * The words without blanks around them.
     *
     * @param what it is called on the page
     * @throws Refusal {@code INVALID} when they are too long, or hold the one character PostgreSQL does not keep
     */
    static String checked(String words, int most, Label what) {
        String stripped = words.strip();
        if (stripped.length() > most) {
            throw new Refusal(Refusal.Why.INVALID, "%s不超过%s字", "%s: at most %s characters", what, most);
        }
        if (stripped.indexOf('\0') >= 0) {
            throw new Refusal(
                    Refusal.Why.INVALID,
                    "%s中有看不见的控制字符，无法保存，请重新输入",
                    "%s: there is an invisible control character in it that cannot be kept; type it again",
                    what);
        }
        return stripped;
    }

    /** As much of the words as there is room for, without cutting a character in two. */
    static String shortened(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        int end = most - 1;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
