package plancheck.facts;

/** Where a figure comes from. Statistics and monitoring make a finding "measured", all else "declared". */
public enum Source implements Term {
    STATISTICS("统计", "statistics"),
    MONITORING("监测", "monitoring"),
    DEPARTMENT("部门报送", "department"),
    DESIGN("设计文件", "design"),
    SELF_REPORTED("自报", "self-reported"),
    /** Made up to complete a sample; a report marks every finding that rests on it. */
    ASSUMED("假定", "assumed");

    private final Label name;

    Source(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }

    /** Whether the figure was counted or measured by an office whose job that is. */
    public boolean isMeasured() {
        return this == STATISTICS || this == MONITORING;
    }
}
