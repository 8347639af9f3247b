package plancheck.dossier.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A project code of GB/T 40058-2021, {@code YYMM-RRRRRR-DD-TT-NNNNNC}: year and month, region, industry group, kind,
 * serial number and check character. How the check character is worked out is not published with the standard's
 * abstract, so it is not checked.
 */
record ProjectCode(String code, int month, String region) {
    private static final Pattern FORM = Pattern.compile("\\d{2}(\\d{2})-(\\d{6})-\\d{2}-\\d{2}-\\d{5}[0-9A-Z]");

    /** Empty when it has not the form. */
    static Optional<ProjectCode> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ProjectCode(text, Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    boolean hasMonth() {
        return month >= 1 && month <= 12;
    }
}
