package plancheck.verification;

import java.util.Locale;
import plancheck.facts.Message;

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
    /** The words ask for an effort, and what is asked in one of the languages is its result. */
    EFFORT_LOST,
    /** The words ask for an effort, and a person is to judge it by a figure of which they say nothing. */
    EFFORT_MEASURED,
    /** Much the same words in two places, and nothing says what one is to the other. */
    ASKED_TWICE,
    /** A sentence said to be repeated where its words are not. */
    FALSE_REPEAT;

    /** As in {@code exceptions.yaml}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param what the word, or the other provision, that was found */
    Message found(String what) {
        return switch (this) {
            case SOFT_WORD -> Message.of("verification.kind-soft-word", what);
            case ABSENT -> Message.of("verification.kind-absent", what);
            case EACH_ADDED -> Message.of("verification.kind-each-added", what);
            case IMPROVE_STANDING -> Message.of("verification.kind-improve-standing", what);
            case NO_WORKS -> Message.of("verification.kind-no-works", what);
            case COMPLETION_ADDED -> Message.of("verification.kind-completion-added", what);
            case ANCHOR_SPANS -> Message.of("verification.kind-anchor-spans", what);
            case ITEM_DROPPED -> Message.of("verification.kind-item-dropped", what);
            case HELP_NUMBER -> Message.of("verification.kind-help-number", what);
            case ADDRESSEE -> Message.of("verification.kind-addressee", what);
            case SIZE_WORD -> Message.of("verification.kind-size-word", what);
            case EFFORT_LOST -> Message.of("verification.kind-effort-lost", what);
            case EFFORT_MEASURED -> Message.of("verification.kind-effort-measured", what);
            case ASKED_TWICE -> Message.of("verification.kind-asked-twice", what);
            case FALSE_REPEAT -> Message.of("verification.kind-false-repeat", what);
        };
    }

    /** What to do about it. */
    Message advice() {
        return switch (this) {
            case SOFT_WORD -> Message.of("verification.do-soft-word");
            case ABSENT -> Message.of("verification.do-absent");
            case EACH_ADDED -> Message.of("verification.do-each-added");
            case IMPROVE_STANDING -> Message.of("verification.do-improve-standing");
            case NO_WORKS -> Message.of("verification.do-no-works");
            case COMPLETION_ADDED -> Message.of("verification.do-completion-added");
            case ANCHOR_SPANS -> Message.of("verification.do-anchor-spans");
            case ITEM_DROPPED -> Message.of("verification.do-item-dropped");
            case HELP_NUMBER -> Message.of("verification.do-help-number");
            case ADDRESSEE -> Message.of("verification.do-addressee");
            case SIZE_WORD -> Message.of("verification.do-size-word");
            case EFFORT_LOST -> Message.of("verification.do-effort-lost");
            case EFFORT_MEASURED -> Message.of("verification.do-effort-measured");
            case ASKED_TWICE -> Message.of("verification.do-asked-twice");
            case FALSE_REPEAT -> Message.of("verification.do-false-repeat");
        };
    }
}
