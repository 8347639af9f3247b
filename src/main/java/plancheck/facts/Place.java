package plancheck.facts;

import java.util.Map;

/** A place at one level; a county and its seat are two places with the same code. */
public final class Place extends Subject {
    private final String code;
    private final Level level;

    /**
     * @param code six digits of GB/T 2260
     * @param figures by indicator id
     */
    public Place(String code, Level level, Label name, Map<String, Figure> figures) {
        super(name, null, figures);
        this.code = code;
        this.level = level;
    }

    @Override
    public Place getPlace() {
        return this;
    }

    @Override
    public String getCode() {
        return code;
    }

    @Override
    public Level getLevel() {
        return level;
    }
}
