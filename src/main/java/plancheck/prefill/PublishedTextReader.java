package plancheck.prefill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Message;

/** Reads published texts: Word, PDF that has text in it, web pages, plain text in UTF-8 or GBK. Pictures are not read. */
public final class PublishedTextReader {
    /** A bulletin has some hundred kilobytes; a scanned one would have no text. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** Stands for a table among the words of a page. A page that says the same moves its own tables about, and nothing else. */
    private static final Pattern TABLE = Pattern.compile("\u0001(\\d{1,4})");

    private static final int MOST_PAGES = 500;
    private static final int MOST_PASSAGES = 50_000;
    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0";

    /**
     * What came of a file.
     *
     * @param text null where it could not be read
     * @param problem why not; null where it could
     */
    public record Reading(
            @Nullable PublishedText text, @Nullable Message problem) {
        static Reading refused(String key, Object... values) {
            return new Reading(null, Message.of(key, values));
        }
    }

    /**
     * @param name of the file, which may say of which year and place it is where the text does not
     * @return never throws for what is in the file
     */
    public Reading read(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Reading.refused("prefill.too-large", name, MAX_BYTES / (1024 * 1024));
        }
        String head = new String(bytes, 0, Math.min(1024, bytes.length), StandardCharsets.ISO_8859_1);
        try {
            if (head.startsWith("%PDF")) {
                return pdf(name, bytes);
            }
            if (head.startsWith(ZIP)) {
                return word(name, bytes);
            }
            if (head.startsWith(OLE)) {
                return Reading.refused("prefill.old-word", name);
            }
            return head.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().startsWith("<")
                    ? page(name, bytes)
                    : plain(name, bytes);
        } catch (InvalidPasswordException e) {
            return Reading.refused("prefill.has-password", name);
        } catch (IOException | RuntimeException e) {
            return Reading.refused("prefill.broken", name);
        }
    }

    private static Reading pdf(String name, byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                return Reading.refused("prefill.too-many-pages", name, MOST_PAGES);
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            List<PublishedText.Passage> passages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                WrappedLines.join(stripper.getText(document), page, passages);
            }
            return passages.isEmpty() ? Reading.refused("prefill.pictures-only", name) : text(name, "", passages);
        }
    }

    private static Reading word(String name, byte[] bytes) throws IOException {
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            if (parts.getPartsByName(Pattern.compile("/word/document.*\\.xml")).isEmpty()) {
                return Reading.refused("prefill.no-text", name);
            }
            if (!parts.getPartsByName(Pattern.compile(".*vbaProject.*")).isEmpty()) {
                return Reading.refused("prefill.has-macros", name);
            }
            List<PublishedText.Passage> passages = new ArrayList<>();
            try (XWPFDocument document = new XWPFDocument(parts)) {
                for (IBodyElement element : document.getBodyElements()) {
                    if (element instanceof XWPFParagraph paragraph) {
                        add(passages, paragraph.getText());
                    } else if (element instanceof XWPFTable table) {
                        passages.addAll(PublishedTable.passages(rows(table), 0));
                    }
                }
            }
            return text(name, "", passages);
        } catch (InvalidFormatException e) {
            return Reading.refused("prefill.broken", name);
        }
    }

    private static List<List<String>> rows(XWPFTable table) {
        return table.getRows().stream()
                .map(row -> row.getTableCells().stream()
                        .map(XWPFTableCell::getText)
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static Reading page(String name, byte[] bytes) throws IOException {
        Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        page.select("script, style, nav, header, footer").remove();
        List<List<PublishedText.Passage>> tables = new ArrayList<>();
        for (Element table : page.select("table:not(:has(table))")) {
            List<List<String>> rows = table.select("tr").stream()
                    .map(row -> row.select("td, th").stream().map(Element::text).toList())
                    .toList();
            if (rows.stream().anyMatch(row -> row.size() > 1)) {
                table.replaceWith(new TextNode("\n\u0001" + tables.size() + "\n"));
                tables.add(PublishedTable.passages(rows, 0));
            }
        }
        List<PublishedText.Passage> passages = new ArrayList<>();
        page.select("br, p, div, h1, h2, h3, h4, li, section, article").forEach(block -> block.prependText("\n"));
        page.body().wholeText().lines().map(String::strip).forEach(line -> {
            Matcher table = TABLE.matcher(line);
            int number = table.matches() ? Integer.parseInt(table.group(1)) : tables.size();
            if (number < tables.size()) {
                passages.addAll(tables.set(number, List.of()));
            } else {
                add(passages, line);
            }
        });
        return text(name, page.title(), passages);
    }

    private static Reading plain(String name, byte[] bytes) {
        Problems problems = new Problems();
        String decoded = SourceText.decode(bytes, problems);
        if (decoded == null) {
            return new Reading(
                    null,
                    Message.of(
                            "prefill.not-decoded",
                            name,
                            problems.inOrder().stream().map(Problem::said).toList()));
        }
        List<PublishedText.Passage> passages = new ArrayList<>();
        decoded.lines().forEach(line -> add(passages, line));
        return text(name, "", passages);
    }

    private static void add(List<PublishedText.Passage> passages, String line) {
        String said = line.replace('\u00A0', ' ').replace('\u3000', ' ').strip();
        if (!said.isEmpty()) {
            passages.add(PublishedText.Passage.of(0, said));
        }
    }

    /** The first passage is the heading, unless it tells something already; without a year in it the file's name goes before it. */
    private static Reading text(String name, String title, List<PublishedText.Passage> passages) {
        if (passages.size() > MOST_PASSAGES) {
            return Reading.refused("prefill.too-long", name, MOST_PASSAGES);
        }
        String first = passages.isEmpty() ? "" : passages.get(0).said();
        boolean isHeading = !first.isEmpty() && !first.contains("。") && first.length() <= 60;
        String heading = isHeading ? first : title;
        String whole = SaidOf.years(heading).isEmpty()
                ? List.of(name, title, heading).stream().distinct().collect(Collectors.joining(" "))
                : heading;
        return new Reading(
                new PublishedText(name, whole.strip(), isHeading ? passages.subList(1, passages.size()) : passages),
                null);
    }
}
