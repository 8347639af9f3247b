package plancheck.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far a named project is, in the order of ruling R26. */
public enum Stage implements Term {
    NOT_STARTED("未开工", "not started", "未启动", "未动工", "未开建", "未建", "尚未开工", "尚未启动", "未实施"),
    PRELIMINARY("前期", "preliminary work", "前期工作", "前期阶段", "前期准备", "开展前期", "正在开展前期", "谋划", "可研", "立项"),
    STARTED("开工", "started", "已开工", "已动工", "动工", "开工建设", "已开工建设"),
    UNDER_CONSTRUCTION("在建", "under construction", "建设中", "在建设", "正在建设", "正在建", "施工中", "正在施工", "正在实施"),
    COMPLETED("建成", "completed", "已建成", "已完成", "完成", "已完工", "完工", "已竣工", "竣工", "已投用", "投入使用", "已投入使用");

    private final Label name;
    private final List<String> written;

    Stage(String zh, String en, String... written) {
        this.name = new Label(zh, en);
        this.written = List.of(written);
    }

    /** The stage as people write it in a table; empty for what may be another or none. */
    public static Optional<Stage> written(String words) {
        String plain = NormalForm.of(words);
        return Arrays.stream(values())
                .filter(stage -> stage.name.zh().equals(plain) || stage.written.contains(plain))
                .findFirst();
    }

    @Override
    public Label inWords() {
        return name;
    }

    /** Whether this stage is as far as the other, or further. */
    public boolean reaches(Stage other) {
        return compareTo(other) >= 0;
    }
}
