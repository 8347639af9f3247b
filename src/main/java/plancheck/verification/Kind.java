package plancheck.verification;

import java.util.Locale;

/** The kinds of fault that a second reading found in rules that were right to the letter, each with a check that keeps it out. */
enum Kind {
    /** A word of encouragement or effort, read as a binding one. */
    SOFT_WORD,
    /** What may be absent from a place, without a way to say so. */
    ABSENT,
    /** Each or all, where the sentence does not say so. */
    EACH_ADDED,
    /** To strengthen or improve, read as a state. */
    IMPROVE_STANDING,
    /** A stage of what is no works. */
    NO_WORKS,
    /** A work's completion that nothing asks for. */
    COMPLETION_ADDED,
    /** An anchor that reaches over the end of a sentence. */
    ANCHOR_SPANS,
    /** A thing that the sentence names and nothing asks about. */
    ITEM_DROPPED,
    /** A number of our own in a help text. */
    HELP_NUMBER,
    /** The urban area or the county seat is meant, and another is bound. */
    ADDRESSEE,
    /** A change without a size that somebody answers about himself. */
    SIZE_WORD,
    /** Much the same words in two places, and nothing says what one is to the other. */
    ASKED_TWICE,
    /** A sentence said to be repeated where its words are not. */
    FALSE_REPEAT;

    /** As in {@code exceptions.yaml}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
