package plancheck.facts;

/** A name in both languages of a report. */
public record Label(String zh, String en) {

    /** The same in both, for names of places and the like. */
    public static Label of(String both) {
        return new Label(both, both);
    }

    @Override
    public String toString() {
        return zh;
    }
}
