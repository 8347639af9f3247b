package plancheck.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The cases that come with plancheck, to be shown beside their provision. A rule book of one's own has none here. */
public final class ShippedCases {
    private static final String FOLDER = "/plancheck-cases/";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private final RuleBook book;

    public ShippedCases(RuleBook book) {
        this.book = book;
    }

    /**
     * A case as a reader sees it.
     *
     * @param name a sentence in English
     * @param given YAML; {@code expected} likewise
     */
    public record Shown(String name, String given, String expected) {}

    /** The provision's cases in the order of its file; empty when it has none. */
    public List<Shown> of(Provision provision) {
        String file = provision.file().replaceFirst("\\.drl$", ".yaml");
        try (InputStream stream = ShippedCases.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                return List.of();
            }
            List<TestCase> cases = new ArrayList<>();
            new CaseFiles(book).read(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8), cases);
            return cases.stream()
                    .filter(one -> one.provision().equals(provision.id()))
                    .map(one -> new Shown(one.name(), yaml(one.given()), yaml(one.expect())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the shipped cases " + file, e);
        }
    }

    private static String yaml(JsonNode node) {
        return YAML.writeValueAsString(node).strip();
    }
}
