package plancheck.door;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import plancheck.facts.Encoding;

/**
 * The text of a {@code multipart/form-data} in UTF-8: names of files and fields that were sent in GBK, as some senders'
 * machines name them, are rewritten while they arrive. The contents of files pass as they are. (Jetty takes every name for
 * UTF-8 and would put question marks for what is none.)
 */
final class FormText {
    /** More than the names of a file may have, and no figure's name is as long; what is longer passes as it is. */
    private static final int MOST = 64 * 1024;

    private enum FormPosition {
        NAMES,
        FIELD,
        FILE
    }

    private final byte[] mark;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private FormPosition where = FormPosition.FILE;
    private boolean tellsItsEncoding;
    private boolean blank = true;
    private boolean maybeMark = true;
    private int column;

    FormText(String boundary) {
        this.mark = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param some the next bytes, which are taken
     * @param last whether there are no more
     * @return what is to be read for them, and for what was held back before
     */
    byte[] read(ByteBuffer some, boolean last) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(some.remaining());
        while (some.hasRemaining()) {
            take(some.get(), out);
        }
        if (last) {
            pass(where != FormPosition.FILE, out);
        }
        return out.toByteArray();
    }

    private void take(byte b, ByteArrayOutputStream out) {
        maybeMark &= column >= mark.length || b == mark[column];
        blank &= (b & 0xFF) <= ' ';
        column = Math.min(column + 1, mark.length);
        if (where == FormPosition.FILE && !maybeMark && held.size() == 0) {
            out.write(b);
        } else {
            held.write(b);
            if (where == FormPosition.FILE && !maybeMark) {
                pass(false, out);
            } else if (held.size() > MOST) {
                where = FormPosition.FILE;
                pass(false, out);
            }
        }
        if (b == '\n') {
            endLine(out);
        }
    }

    private void endLine(ByteArrayOutputStream out) {
        if (where == FormPosition.NAMES && blank) {
            where = content();
            pass(true, out);
        } else if (where != FormPosition.NAMES && maybeMark && column == mark.length) {
            pass(where == FormPosition.FIELD, out);
            where = FormPosition.NAMES;
        }
        column = 0;
        maybeMark = true;
        blank = true;
    }

    /** A field that says its own encoding is read in it, and so are all of a form that has one for all. */
    private FormPosition content() {
        String names = held.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        tellsItsEncoding |= names.contains("_charset_");
        return tellsItsEncoding || names.contains("filename") || names.contains("charset=")
                ? FormPosition.FILE
                : FormPosition.FIELD;
    }

    private void pass(boolean text, ByteArrayOutputStream out) {
        byte[] bytes = held.toByteArray();
        held.reset();
        out.writeBytes(text ? inUtf8(bytes) : bytes);
    }

    private static byte[] inUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return bytes;
        } catch (CharacterCodingException noUtf8) {
            try {
                return Encoding.GB18030
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
            } catch (CharacterCodingException neither) {
                return bytes;
            }
        }
    }
}
