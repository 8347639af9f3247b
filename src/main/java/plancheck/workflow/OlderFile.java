package plancheck.workflow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Microsoft's older file system in a file (OLE2), as far as the names in its directory tell what is in it. */
final class OlderFile {
    private static final byte[] START = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private static final int HEADER = 512;
    private static final int ENTRY = 128;

    /** An entry begins with its name in UTF-16, of at most 31 characters and a zero; its length follows. */
    private static final int NAME = 64;

    /** Where Word and Excel keep macros; upper and lower case are one there. */
    private static final Set<String> MACROS = Set.of("vba", "macros", "_vba_project", "_vba_project_cur");

    /** PowerPoint keeps them within its own stream, behind this record ([MS-PPT] 2.4.10) and a number that is then 1. */
    private static final byte[] POWERPOINT_MACROS = {0x1F, 0, (byte) 0xFF, 3, 0x14, 0, 0, 0, 2, 0, 0, 4, 0x0C, 0, 0, 0};

    private OlderFile() {}

    static boolean is(byte[] content) {
        return content.length > HEADER && Arrays.equals(content, 0, START.length, START, 0, START.length);
    }

    /** Of all its directory's entries, and whatever else looks like one: entries stand at multiples of their size. */
    static Set<String> names(byte[] content) {
        Set<String> names = new HashSet<>();
        for (int at = HEADER; at + ENTRY <= content.length; at += ENTRY) {
            String name = new String(content, at, NAME, StandardCharsets.UTF_16LE);
            int end = name.indexOf('\0');
            if (end > 0) {
                names.add(name.substring(0, end));
            }
        }
        return names;
    }

    static boolean hasMacros(byte[] content) {
        return names(content).stream().anyMatch(name -> MACROS.contains(name.toLowerCase(Locale.ROOT)))
                || powerPointHasMacros(content);
    }

    private static boolean powerPointHasMacros(byte[] content) {
        int told = POWERPOINT_MACROS.length + Integer.BYTES; // after the number of the object that holds them
        for (int at = HEADER; at + told < content.length; at++) {
            if (content[at] == POWERPOINT_MACROS[0]
                    && Arrays.equals(
                            content, at, at + POWERPOINT_MACROS.length, POWERPOINT_MACROS, 0, POWERPOINT_MACROS.length)
                    && content[at + told] != 0) {
                return true;
            }
        }
        return false;
    }
}
