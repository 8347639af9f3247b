package plancheck.plan.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import plancheck.facts.Citation;
import plancheck.facts.Message;
import plancheck.plan.text.Numbering;
import plancheck.plan.text.PlanFile;
import plancheck.plan.text.PlanText;
import plancheck.plan.text.PlanTextException;
import plancheck.plan.text.Quotation;

/**
 * The official texts the user has given, one file per plan. A file is read again when it has changed; what another
 * process adds is noticed. Safe to share between threads.
 */
public final class PlanStore {
    private final KnownPlans plans;
    private final Path directory;
    private final Supplier<Map<String, Path>> files;
    private final Map<Path, ParsedText> parsed = new ConcurrentHashMap<>();

    /** A text and the state of the file it was read from. */
    private record ParsedText(FileTime modified, long size, PlanText text) {}

    /**
     * The texts kept below {@code home/plans}; the directory need not exist yet.
     *
     * @param home plancheck's data directory
     */
    public PlanStore(Path home, KnownPlans plans) {
        this.plans = plans;
        this.directory = home.resolve("plans");
        this.files = () -> byName(directory);
    }

    private PlanStore(KnownPlans plans, Path directory, Map<String, Path> files) {
        this.plans = plans;
        this.directory = directory;
        this.files = () -> files;
    }

    private static Map<String, Path> byName(Path directory) {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : textsIn(directory)) {
            String name = file.getFileName().toString();
            files.put(name.substring(0, name.length() - ".txt".length()), file);
        }
        return files;
    }

    /**
     * The texts of a directory under whatever names they have; other files than {@code *.txt} are left alone.
     *
     * @throws PlanTextException when there is no text, one cannot be recognised, or two are of the same plan
     */
    public static PlanStore of(Path directory, KnownPlans plans) {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : textsIn(directory)) {
            Path other = files.put(recognised(plans, String.valueOf(file.getFileName()), PlanFile.read(file)), file);
            if (other != null) {
                throw new PlanTextException(
                        Message.of("plan.two-texts-of-one-plan", directory, other.getFileName(), file.getFileName()));
            }
        }
        if (files.isEmpty()) {
            throw new PlanTextException(Message.of("plan.directory-without-texts", directory));
        }
        return new PlanStore(plans, directory, files);
    }

    /**
     * Keeps the file as its plan's text, in place of an earlier one.
     *
     * @return the id of the plan it was recognised as
     * @throws PlanTextException when the file is not the text of a plan we know, or cannot be kept
     */
    public String add(Path file) {
        return keep(String.valueOf(file.getFileName()), PlanFile.read(file));
    }

    /**
     * The same with a file that has not been saved here.
     *
     * @param name what messages call it
     * @param content the bytes of the file
     */
    public String add(String name, byte[] content) {
        return keep(name, PlanFile.text(name, content));
    }

    private String keep(String name, String raw) {
        String plan = recognised(plans, name, raw);
        Path kept = directory.resolve(plan + ".txt");
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, plan, ".part");
            Files.writeString(part, raw);
            move(part, kept);
        } catch (IOException e) {
            throw new PlanTextException(Message.of("plan.text-not-saved", kept, String.valueOf(e.getMessage())), e);
        }
        return plan;
    }

    /**
     * The text of the plan, empty when none was given.
     *
     * @throws PlanTextException when the text is there but cannot be read
     */
    public Optional<PlanText> text(String planId) {
        return Optional.ofNullable(files.get().get(planId)).map(file -> read(file, plans.numbering(planId)));
    }

    /**
     * The cited clause in full with the cited words told apart; empty when the plan's text was not given or has no such
     * clause.
     *
     * @throws PlanTextException when the text is there but cannot be read
     */
    public Optional<Quotation> quoted(Citation citation) {
        return text(citation.plan())
                .flatMap(text -> text.clause(citation.clause()))
                .map(clause -> Quotation.of(clause, citation.anchor()));
    }

    /** When the plan's text was given or last changed, empty when there is none. */
    public Optional<Instant> addedAt(String planId) {
        return Optional.ofNullable(files.get().get(planId))
                .map(file -> attributes(file).lastModifiedTime().toInstant());
    }

    /** Parsing takes ten milliseconds at best, looking at the file a tenth of one; so it is done once a file. */
    private PlanText read(Path file, Numbering numbering) {
        BasicFileAttributes now = attributes(file);
        ParsedText known = parsed.get(file);
        if (known == null || !known.modified.equals(now.lastModifiedTime()) || known.size != now.size()) {
            known = new ParsedText(now.lastModifiedTime(), now.size(), PlanText.parse(PlanFile.read(file), numbering));
            parsed.put(file, known);
        }
        return known.text;
    }

    private static BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            throw PlanTextException.unreadable(file, e);
        }
    }

    /** The ids of the plans there is a text of, in alphabetical order. */
    public List<String> list() {
        return List.copyOf(files.get().keySet());
    }

    private static String recognised(KnownPlans plans, String name, String raw) {
        try {
            return plans.recognise(raw);
        } catch (PlanTextException e) {
            throw new PlanTextException(Message.of("plan.of-file", name, e.message()), e);
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
            throw new PlanTextException(Message.of("plan.directory-unreadable", directory), e);
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
