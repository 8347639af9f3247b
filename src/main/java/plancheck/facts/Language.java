package plancheck.facts;

import java.util.Locale;

/** The language somebody reads in. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public String of(Phrase phrase) {
        return this == EN ? phrase.en() : phrase.zh();
    }
}
