package plancheck.workflow;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import plancheck.archive.DatabaseWatch;
import plancheck.archive.EvidenceFiles;
import plancheck.archive.Trouble;
import plancheck.facts.Message;

/** How much evidence may be kept: of one dossier, and in all, so that no county fills the disk of all others. */
@Component
public class EvidenceRoom {
    private static final long MEGABYTE = 1024 * 1024;

    private final EvidenceFiles files;
    private final DatabaseWatch database;
    private final long perDossier;
    private final long inAll;

    EvidenceRoom(
            EvidenceFiles files,
            DatabaseWatch database,
            @Value("${plancheck.evidence.per-dossier:500MB}") DataSize perDossier,
            @Value("${plancheck.evidence.in-all:20GB}") DataSize inAll) {
        this.files = files;
        this.database = database;
        this.perDossier = perDossier.toBytes();
        this.inAll = inAll.toBytes();
    }

    /**
     * How much of the room is taken.
     *
     * @param used in bytes
     * @param of in bytes
     */
    public record RoomUsage(long used, long of) {
        public long left() {
            return Math.max(0, of - used);
        }

        /** In megabytes, rounded up, so that what is used is never said to be nothing. */
        public String usedMegabytes() {
            return megabytes(used + MEGABYTE / 10 - 1);
        }

        /** In megabytes, rounded down, so that what is said to be left is left. */
        public String leftMegabytes() {
            return megabytes(left());
        }
    }

    private static String megabytes(long bytes) {
        long tenths = bytes * 10 / MEGABYTE;
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    /** What a dossier has of what one may have; files of earlier submissions stay and count. */
    public RoomUsage of(UUID dossier) {
        return new RoomUsage(files.sizeOf(dossier), perDossier);
    }

    /** @throws Refusal {@code INVALID} when the dossier has no room for a file of this size, {@code NO_ROOM} when nobody has */
    void check(UUID dossier, long size) {
        RoomUsage own = of(dossier);
        if (size > own.left()) {
            throw new Refusal(
                    Refusal.Why.INVALID,
                    Message.of(
                            "workflow.no-room-in-dossier",
                            own.usedMegabytes(),
                            own.leftMegabytes(),
                            megabytes(size + MEGABYTE / 10 - 1)));
        }
        RoomUsage all = new RoomUsage(files.sizeOfAll(), inAll);
        if (size > all.left()) {
            throw new Refusal(
                    Refusal.Why.NO_ROOM,
                    Message.of("workflow.no-room-for-evidence", all.usedMegabytes(), all.leftMegabytes()));
        }
        if (!database.hasRoomFor(2 * size)) { // it is written once, and moved once when H2 tidies up
            throw new Refusal(Refusal.Why.NO_ROOM, Trouble.DISK_FULL.message(), List.of());
        }
    }
}
