package plancheck.prefill;

import java.util.List;

/** Lines of a printed page, which end where the paper does, as paragraphs. */
final class WrappedLines {
    private WrappedLines() {}

    /** Adds the paragraphs of a page. */
    static void join(String page, int number, List<PublishedText.Passage> passages) {
        List<String> lines =
                page.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder paragraph = new StringBuilder();
        for (String line : lines) {
            if (line.matches("[—\\-–\\s]*\\d{1,4}[—\\-–\\s]*")) {
                continue; // the page's number
            }
            paragraph.append(line);
            if (line.length() < longest * 3 / 4 || line.endsWith("。")) {
                passages.add(PublishedText.Passage.of(number, paragraph.toString()));
                paragraph.setLength(0);
            }
        }
        if (!paragraph.isEmpty()) {
            passages.add(PublishedText.Passage.of(number, paragraph.toString()));
        }
    }
}
