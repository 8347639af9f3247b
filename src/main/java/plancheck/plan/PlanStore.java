package plancheck.plan;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The official texts the user has given, one file per plan. They are read anew each time they are asked for. */
public final class PlanStore {
    private final Path directory;
    private final Map<String, Path> files;

    /**
     * The texts kept below {@code home/plans}; the directory need not exist yet.
     *
     * @param home plancheck's data directory
     */
    public PlanStore(Path home) {
        this(home.resolve("plans"), new TreeMap<>());
        for (Path file : textsIn(directory)) {
            String name = file.getFileName().toString();
            files.put(name.substring(0, name.length() - ".txt".length()), file);
        }
    }

    private PlanStore(Path directory, Map<String, Path> files) {
        this.directory = directory;
        this.files = files;
    }

    /**
     * The texts of a directory under whatever names they have; other files than {@code *.txt} are left alone.
     *
     * @throws PlanTextException when there is no text, one cannot be recognised, or two are of the same plan
     */
    public static PlanStore of(Path directory) {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : textsIn(directory)) {
            Path other = files.put(recognised(file, PlanFile.read(file)), file);
            if (other != null) {
                throw new PlanTextException("目录 " + directory + " 中 " + other.getFileName() + " 和 " + file.getFileName()
                        + " 是同一个规划，请只留一份。");
            }
        }
        if (files.isEmpty()) {
            throw new PlanTextException("目录 " + directory + " 中没有规划原文（*.txt）。");
        }
        return new PlanStore(directory, files);
    }

    /**
     * Keeps the file as its plan's text, in place of an earlier one.
     *
     * @return the id of the plan it was recognised as
     * @throws PlanTextException when the file is not the text of a plan we know, or cannot be kept
     */
    public String add(Path file) {
        String raw = PlanFile.read(file);
        String plan = recognised(file, raw);
        Path kept = directory.resolve(plan + ".txt");
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, plan, ".part");
            Files.writeString(part, raw);
            move(part, kept);
        } catch (IOException e) {
            throw new PlanTextException("规划原文无法保存到 " + kept + "（" + e.getMessage() + "）。", e);
        }
        files.put(plan, kept);
        return plan;
    }

    /** The text of the plan, empty when none was given. */
    public Optional<PlanText> text(String planId) {
        return Optional.ofNullable(files.get(planId)).map(PlanFile::read).map(PlanText::parse);
    }

    /** The ids of the plans there is a text of, in alphabetical order. */
    public List<String> list() {
        return List.copyOf(files.keySet());
    }

    private static String recognised(Path file, String raw) {
        try {
            return PlanText.recognise(raw);
        } catch (PlanTextException e) {
            throw new PlanTextException(file.getFileName() + "：" + e.getMessage(), e);
        }
    }

    private static List<Path> textsIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return new ArrayList<>(entries.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new PlanTextException("读不到目录 " + directory + "，请检查路径和读取权限。", e);
        }
    }

    private static void move(Path part, Path to) throws IOException {
        try {
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
