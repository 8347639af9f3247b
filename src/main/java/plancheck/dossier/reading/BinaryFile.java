package plancheck.dossier.reading;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.facts.Message;

/** Recognises what offices hand in by mistake: Word, Excel, PDF, pictures. */
final class BinaryFile {
    private static final Message OFFICE = Message.of("dossier.not-as-office-file");

    private BinaryFile() {}

    /** The problem; null for what may be text. */
    static @Nullable Problem recognise(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.equals("PK\u0003\u0004") || head.equals("\u00D0\u00CF\u0011\u00E0")) {
            return problem(OFFICE);
        }
        if (head.equals("%PDF")) {
            return problem(Message.of("dossier.not-as-pdf"));
        }
        for (byte b : bytes) {
            if (b == 0) {
                return problem(Message.of("dossier.hand-in-yaml-or-json"));
            }
        }
        return null;
    }

    private static Problem problem(Message advice) {
        return Problem.error(0, "", Message.of("dossier.no-text-file"), advice);
    }
}
