package plancheck.dossier.reading;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Message;

/** Recognises text in UTF-16, and in UTF-32, which some editors call Unicode: with its mark, or by its zero bytes. */
enum WideText {
    UTF_32LE("UTF-32LE", true),
    UTF_32BE("UTF-32BE", true),
    UTF_16LE("UTF-16LE", true),
    UTF_16BE("UTF-16BE", true),
    UNMARKED_LE("UTF-16LE", false),
    UNMARKED_BE("UTF-16BE", false);

    /** So much of a text is enough to know it by. */
    private static final int BEGINNING = 4096;

    private final Charset charset;
    private final boolean marked;

    WideText(String charset, boolean marked) {
        this.charset = Charset.forName(charset);
        this.marked = marked;
    }

    /** Null for what is no such text. */
    static @Nullable WideText recognise(byte[] bytes) {
        for (WideText wide : values()) {
            if (wide.marked && startsWith(bytes, "\uFEFF".getBytes(wide.charset))) {
                return wide;
            }
        }
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        return even + odd < 2 || (even > 0 && odd > 0) ? null : even > 0 ? UNMARKED_BE : UNMARKED_LE;
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** The zero bytes at even or at odd places: in UTF-16 each letter and line end has one, always on the same side. */
    private static int zeros(byte[] bytes, int first) {
        int zeros = 0;
        for (int i = first; i < Math.min(bytes.length, BEGINNING); i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    Charset charset() {
        return charset;
    }

    /** Says what is damaged, or what was guessed. */
    void check(byte[] bytes, Problems problems) {
        String text = new String(bytes, charset);
        int damage = text.indexOf('\uFFFD');
        String name = charset.name().substring(0, 6);
        if (damage >= 0) {
            problems.add(Problem.error(
                    SourceText.line(text, damage),
                    "",
                    Message.of("dossier.damaged-bytes-in-encoding", name),
                    SourceText.RETYPE));
        } else if (!marked) {
            problems.add(Problem.warning(
                    0, "", Message.of("dossier.read-as-encoding", name), Message.of("dossier.better-save-as-utf-8")));
        }
    }
}
