package plancheck.plan.text;

import java.io.IOException;
import java.nio.file.Path;
import plancheck.facts.Label;

/** A file that cannot be read as the text of a plan; the message says why and what to do. */
public final class PlanTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Label label;

    public PlanTextException(Label label) {
        super(label.zh());
        this.label = label;
    }

    public PlanTextException(Label label, Throwable cause) {
        super(label.zh(), cause);
        this.label = label;
    }

    /** The file is not there, or may not be read. */
    public static PlanTextException unreadable(Path file, IOException cause) {
        return new PlanTextException(
                Label.filled(
                        "读不到规划原文文件 %s，请检查路径和读取权限。",
                        "The text of a plan cannot be read: %s. Check the path and your right to read it.", file),
                cause);
    }

    /** The message in both languages; {@link #getMessage} is the Chinese one. */
    public Label label() {
        return label;
    }
}
