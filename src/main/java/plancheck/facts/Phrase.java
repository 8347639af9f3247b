package plancheck.facts;

/** What can be said in both languages: a name, or a sentence with something filled in. */
public sealed interface Phrase permits Label, Message {
    String zh();

    String en();

    /** In one of them. */
    default String in(Language language) {
        return language.of(this);
    }
}
