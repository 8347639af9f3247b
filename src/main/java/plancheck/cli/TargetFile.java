package plancheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Where a command writes to. An ordinary file is written whole or not at all, by putting a new one in its place; that
 * would turn a link into a file, a pipe into a file and, for root, even a device, so these are written into.
 */
final class TargetFile {
    private final Path path;

    TargetFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** @throws IOException when not all of it could be written; an ordinary file is then as it was before */
    void write(byte[] content) throws IOException {
        if (isReplaceable()) {
            replace(content);
        } else {
            Files.write(path, content);
        }
    }

    private boolean isReplaceable() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        Path folder = path.getParent();
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && !hasOtherNames()
                && folder != null
                && Files.isWritable(folder);
    }

    /** Whether it goes by several names (hard links), which are to stay names of one file. */
    private boolean hasOtherNames() throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                && (Integer) Files.getAttribute(path, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1;
    }

    private void replace(byte[] content) throws IOException {
        Path part = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(part, content);
            keepPermissions(part);
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** What was readable by its owner alone stays so. */
    private void keepPermissions(Path part) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (view != null && Files.exists(path)) {
            view.setPermissions(Files.getPosixFilePermissions(path));
        }
    }
}
