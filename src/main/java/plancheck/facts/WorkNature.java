package plancheck.facts;

/** What is done with a work. */
public enum WorkNature implements Term {
    NEW("新建", "new"),
    REBUILT("改造", "rebuilt"),
    WIDENED("改扩建", "widened"),
    PROTECTED("保护修缮", "protected and repaired"),
    UPGRADED_SERVICE("服务提升", "service raised"),
    OTHER("其他", "other");

    private final Label name;

    WorkNature(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }
}
