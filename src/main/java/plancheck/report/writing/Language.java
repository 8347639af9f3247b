package plancheck.report.writing;

import java.util.Locale;
import plancheck.facts.Label;

/** The language a report is written in. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    public String of(Label label) {
        return this == EN ? label.en() : label.zh();
    }
}
