package plancheck.workflow;

import plancheck.facts.Message;

/** What people write into a field: kept as written, as long as both databases can keep it. */
final class Words {
    private Words() {}

    /**
     * The words without blanks around them.
     *
     * @param what it is called on the page
     * @throws Refusal {@code INVALID} when they are too long, or hold the one character PostgreSQL does not keep
     */
    static String checked(String words, int most, Message what) {
        String stripped = words.strip();
        if (stripped.length() > most) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.too-long", what, most));
        }
        if (stripped.indexOf('\0') >= 0) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.control-character", what));
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
