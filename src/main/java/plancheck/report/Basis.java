package plancheck.report;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** What a finding rests on, kept apart from the outcome; the firmest first (ruling R44). */
public enum Basis implements Term {
    MEASURED("统计或监测数据", "measured"),
    /** With a file that is kept beside the dossier. */
    ATTACHED("附有佐证", "evidence attached"),
    /** With a document that is named and not attached. */
    CITED("注明佐证", "evidence cited"),
    DECLARED("自行申报", "declared"),
    REVIEWED("人工核定", "reviewed");

    private final Label name;

    Basis(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }

    /** What two figures rest on together. */
    public Basis weaker(Basis other) {
        return compareTo(other) < 0 ? other : this;
    }
}
