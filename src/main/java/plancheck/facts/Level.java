package plancheck.facts;

/** What kind of place a provision binds. A county-level unit and its seat are two subjects (ruling R16). */
public enum Level implements Term {
    PROVINCE("province", "省"),
    CITY("city", "市"),
    /** All seven county-level units: the district Kongtong and the county-level city Huating included. */
    COUNTY("county", "县（市、区）"),
    COUNTY_SEAT("county-seat", "县城"),
    CENTRAL_URBAN_AREA("central-urban-area", "中心城区");

    private final String id;
    private final String label;

    Level(String id, String label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }
}
