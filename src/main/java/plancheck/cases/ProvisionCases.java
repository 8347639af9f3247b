package plancheck.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The cases of a rule book, to be shown beside its provisions: those that come with plancheck, or a directory's. */
public final class ProvisionCases {
    private static final String FOLDER = "/plancheck-cases/";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private final RuleBook book;
    private final @Nullable Path directory;

    private ProvisionCases(RuleBook book, @Nullable Path directory) {
        this.book = book;
        this.directory = directory;
    }

    /** Those of the shipped rule book. */
    public static ProvisionCases shipped(RuleBook book) {
        return new ProvisionCases(book, null);
    }

    /** Those of a rule book of one's own; none when the directory is not there. */
    public static ProvisionCases in(Path directory, RuleBook book) {
        return new ProvisionCases(book, directory);
    }

    /**
     * A case as a reader sees it.
     *
     * @param name a sentence in English
     * @param given YAML; {@code expected} likewise
     */
    public record CaseText(String name, String given, String expected) {}

    /** The provision's cases in the order of its file; empty when it has none, or they cannot be read. */
    public List<CaseText> of(Provision provision) {
        String file = CaseFiles.name(provision);
        try (InputStream stream = open(file)) {
            if (stream == null) {
                return List.of();
            }
            List<TestCase> cases = new ArrayList<>();
            new CaseFiles(book).read(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8), cases);
            return cases.stream()
                    .filter(one -> one.provision().equals(provision.id()))
                    .map(one -> new CaseText(one.name(), yaml(one.given()), yaml(one.expect())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the cases " + file, e);
        } catch (JacksonException e) {
            return List.of(); // rules test says what is wrong with them
        }
    }

    private @Nullable InputStream open(String file) throws IOException {
        if (directory == null) {
            return ProvisionCases.class.getResourceAsStream(FOLDER + file);
        }
        Path path = directory.resolve(file);
        return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
    }

    private static String yaml(JsonNode node) {
        return YAML.writeValueAsString(node).strip();
    }
}
