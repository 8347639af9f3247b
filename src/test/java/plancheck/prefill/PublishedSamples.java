package plancheck.prefill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Texts in the manner of published ones, each with the figures that belong into its place's dossier. */
final class PublishedSamples {
    /**
     * A text with its key.
     *
     * @param figures as {@code id value year}
     */
    record Sample(String title, String place, List<String> lines, List<List<String>> table, List<String> figures) {
        byte[] asText() {
            return (title + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
        }

        byte[] asWord() {
            try (XWPFDocument word = new XWPFDocument();
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                word.createParagraph().createRun().setText(title);
                lines.forEach(line -> word.createParagraph().createRun().setText(line));
                if (!table.isEmpty()) {
                    XWPFTable rows = word.createTable(table.size(), table.get(0).size());
                    for (int row = 0; row < table.size(); row++) {
                        for (int cell = 0; cell < table.get(row).size(); cell++) {
                            rows.getRow(row)
                                    .getCell(cell)
                                    .setText(table.get(row).get(cell));
                        }
                    }
                }
                word.write(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        byte[] asPage() {
            String rows = table.stream()
                    .map(row -> "<tr><td>" + String.join("</td><td>", row) + "</td></tr>")
                    .collect(Collectors.joining());
            return ("<html><head><meta charset=\"utf-8\"><title>" + title + "</title></head><body><h1>" + title
                            + "</h1><p>" + String.join("</p><p>", lines) + "</p><table>" + rows
                            + "</table></body></html>")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private PublishedSamples() {}

    static List<Sample> of(String half) {
        try (InputStream file = PublishedSamples.class.getResourceAsStream(half + ".yaml")) {
            JsonNode all = new YAMLMapper().readTree(Objects.requireNonNull(file));
            List<Sample> samples = new ArrayList<>();
            all.forEach(one -> samples.add(new Sample(
                    one.path("title").asString(),
                    one.path("place").asString(),
                    one.path("text").asString("").lines().toList(),
                    StreamSupport.stream(one.path("table").spliterator(), false)
                            .map(PublishedSamples::words)
                            .toList(),
                    words(one.path("figures")))));
            return samples;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> words(JsonNode several) {
        return StreamSupport.stream(several.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
