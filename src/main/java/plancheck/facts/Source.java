package plancheck.facts;

/** Where a figure comes from. Statistics and monitoring make a finding "measured", all else "declared". */
public enum Source implements Term {
    STATISTICS("statistics", "统计"),
    MONITORING("monitoring", "监测"),
    DEPARTMENT("department", "部门报送"),
    DESIGN("design", "设计文件"),
    SELF_REPORTED("self-reported", "自报"),
    /** Made up to complete a sample; a report marks every finding that rests on it. */
    ASSUMED("assumed", "假定");

    private final String id;
    private final String label;

    Source(String id, String label) {
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

    /** Whether the figure was counted or measured by an office whose job that is. */
    public boolean isMeasured() {
        return this == STATISTICS || this == MONITORING;
    }
}
