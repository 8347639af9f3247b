package plancheck.cases;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the case files of a directory; a line of a pure pattern becomes the pattern's cases. */
public final class CaseFiles {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final RuleBook book;

    public CaseFiles(RuleBook book) {
        this.book = book;
    }

    /**
     * All cases of {@code <plan>/<chapter>/<clause>.yaml} below the directory, by file.
     *
     * @throws CaseFileException when one is not written as cases are
     */
    public List<TestCase> read(Path directory) throws IOException {
        List<TestCase> cases = new ArrayList<>();
        for (String plan : book.plans().keySet()) {
            Path root = directory.resolve(plan);
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (Stream<Path> walk = Files.walk(root)) {
                for (Path file : walk.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    read(directory, file, cases);
                }
            }
        }
        return List.copyOf(cases);
    }

    /**
     * The cases of some provisions, of which each has its own in the file of its clause.
     *
     * @throws CaseFileException when one is not written as cases are
     */
    public List<TestCase> read(Path directory, List<Provision> provisions) throws IOException {
        Set<String> ids = provisions.stream().map(Provision::id).collect(Collectors.toSet());
        List<TestCase> cases = new ArrayList<>();
        for (String name : provisions.stream().map(CaseFiles::name).distinct().toList()) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file)) {
                read(directory, file, cases);
            }
        }
        cases.removeIf(testCase -> !ids.contains(testCase.provision()));
        return List.copyOf(cases);
    }

    /** Where a provision's cases stand, below their directory. */
    static String name(Provision provision) {
        return provision.file().replaceFirst("\\.drl$", ".yaml");
    }

    private void read(Path directory, Path file, List<TestCase> cases) throws IOException {
        String name = directory.relativize(file).toString().replace('\\', '/');
        try {
            read(name, Files.readString(file), cases);
        } catch (CharacterCodingException | RuntimeException e) {
            throw new CaseFileException(name, e);
        }
    }

    /** The cases of one file's text. */
    public void read(String file, String text, List<TestCase> cases) {
        JsonNode root = YAML.readTree(text);
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            for (JsonNode written : entry.getValue()) {
                if (entry.getKey().equals("pattern-cases")) {
                    cases.addAll(new CasePattern(book, file, written).cases());
                } else {
                    cases.add(new TestCase(
                            file,
                            entry.getKey(),
                            written.path("name").asString(""),
                            written.path("given"),
                            written.path("expect")));
                }
            }
        }
    }
}
