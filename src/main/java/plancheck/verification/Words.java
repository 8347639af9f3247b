package plancheck.verification;

/** What two texts have in common, without understanding either. */
final class Words {
    private Words() {}

    /** The words alone, without signs and blanks. */
    static String bare(String text) {
        return text.replaceAll("[\\p{P}\\p{S}\\s]", "");
    }

    /** How long the longest run of characters is that stands in both, signs and blanks aside. */
    static int common(String one, String other) {
        return core(one, other).length();
    }

    /** The longest run of characters that stands in both, signs and blanks aside. */
    static String core(String one, String other) {
        String a = bare(one);
        String b = bare(other);
        String longest = "";
        for (int from = 0; from + longest.length() < a.length(); from++) {
            int to = from + longest.length() + 1;
            while (to <= a.length() && b.contains(a.substring(from, to))) {
                longest = a.substring(from, to);
                to++;
            }
        }
        return longest;
    }
}
