package plancheck.cli;

import java.nio.file.Path;
import java.util.List;
import plancheck.facts.Language;
import plancheck.facts.Message;
import plancheck.sheet.HandedInReader;
import plancheck.sheet.MarkedCopy;
import plancheck.sheet.Remark;

/** Writes a copy of a workbook with remarks, and says so. */
final class MarkedFile {
    private static final int MEGABYTE = 1024 * 1024;

    private MarkedFile() {}

    /** Says why there is none where the workbook cannot be opened, is too large, or there is nothing to remark. */
    static void write(byte[] handedIn, List<Remark> remarks, Path to, Language language, Terminal terminal) {
        if (handedIn.length > MarkedCopy.MAX_BYTES) {
            terminal.say(Message.of("cli.too-large-to-mark", MarkedCopy.MAX_BYTES / MEGABYTE));
        } else if (remarks.stream().allMatch(remark -> remark.cell() == null)) {
            boolean sheet = HandedInReader.isWorkbook(handedIn);
            terminal.say(Message.of(sheet ? "cli.nothing-to-mark" : "cli.no-workbook-to-mark"));
        } else {
            Output.write(to, MarkedCopy.of(handedIn, remarks, language), terminal);
            terminal.say(Message.of("cli.marked", remarks.size()));
        }
    }
}
