package plancheck.facts;

/** What kind of place a provision binds. A county-level unit and its seat are two subjects (ruling R16). */
public enum Level implements Term {
    PROVINCE("省", "province"),
    /** A ring of cities under one plan of the province; it has no code of its own in GB/T 2260. */
    METROPOLITAN_CIRCLE("都市圈", "metropolitan circle"),
    CITY("市", "city"),
    /** All seven county-level units: the district Kongtong and the county-level city Huating included. */
    COUNTY("县（市、区）", "county"),
    COUNTY_SEAT("县城", "county seat"),
    CENTRAL_URBAN_AREA("中心城区", "central urban area");

    private final Label name;

    Level(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }
}
