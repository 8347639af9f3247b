package plancheck.access;

import java.util.Optional;
import java.util.stream.Stream;
import plancheck.facts.Label;
import plancheck.facts.Term;

/** What a program may do with its token. */
public enum Scope implements Term {
    ASSESS("assess", "检查材料、读取自己的检查结果", "Check dossiers and read its own results"),
    READ_DOSSIERS("dossiers:read", "读取申报材料和结论", "Read dossiers and findings"),
    WRITE_DOSSIERS("dossiers:write", "起草、提交申报材料", "Draft and submit dossiers"),
    WEBHOOKS("webhooks", "设置事件通知", "Set up webhooks");

    /** Of a refused request: the attribute with the scope its token lacks. */
    public static final String MISSING = Scope.class.getName() + ".missing";

    private final String id;
    private final Label words;

    Scope(String id, String zh, String en) {
        this.id = id;
        this.words = new Label(zh, en);
    }

    /** As written in a token's list of scopes. */
    @Override
    public String id() {
        return id;
    }

    @Override
    public Label inWords() {
        return words;
    }

    public static Optional<Scope> of(String id) {
        return Stream.of(values()).filter(scope -> scope.id.equals(id)).findFirst();
    }
}
