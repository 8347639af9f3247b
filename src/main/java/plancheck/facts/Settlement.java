package plancheck.facts;

/**
 * What settles an item of a menu otherwise than by doing it (ruling R35). Which of them a provision takes, the rulings it
 * cites say.
 */
public enum Settlement implements Term {
    DONE_BEFORE("以前已建成", "done before"),
    SERVED_FROM_ELSEWHERE("由外地服务", "served from elsewhere"),
    NOT_NEEDED("经认定不需要", "not needed");

    private final Label name;

    Settlement(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }
}
