package plancheck.dossier.reading;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.facts.Label;

/** Recognises what offices hand in by mistake: Word, Excel, PDF, pictures. */
final class BinaryFile {
    private static final Label OFFICE = new Label(
            "看来是 Word 或 Excel 文件，请改交 YAML 或 JSON 材料（plancheck template 可生成）",
            "It seems to be a Word or Excel file; hand in a dossier in YAML or JSON (plancheck template makes one)");

    private BinaryFile() {}

    /** The problem; null for what may be text. */
    static @Nullable Problem recognise(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.equals("PK\u0003\u0004") || head.equals("\u00D0\u00CF\u0011\u00E0")) {
            return problem(OFFICE);
        }
        if (head.equals("%PDF")) {
            return problem(new Label(
                    "看来是 PDF 文件，请改交 YAML 或 JSON 材料", "It seems to be a PDF file; hand in a dossier in YAML or JSON"));
        }
        for (byte b : bytes) {
            if (b == 0) {
                return problem(new Label("请改交 YAML 或 JSON 材料", "Hand in a dossier in YAML or JSON"));
            }
        }
        return null;
    }

    private static Problem problem(Label advice) {
        return Problem.error(0, "", new Label("这不是文本文件", "This is no text file"), advice);
    }
}
