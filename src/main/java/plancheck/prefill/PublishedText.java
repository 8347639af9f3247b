package plancheck.prefill;

import java.util.List;

/**
 * A bulletin, a work report, a page of news, as far as it can be read.
 *
 * @param name of the file, or what a pasted text is called
 * @param title its heading; empty where it has none
 * @param passages in their order
 */
public record PublishedText(String name, String title, List<Passage> passages) {

    /**
     * A paragraph, or a row of a table.
     *
     * @param page from 1; 0 where the document has none, as Word's and a web page have none until they are printed
     * @param text as it stands there; a row's cells parted by {@code |}
     * @param said the same as sentences, a row's with what stands above and beside its cells
     */
    public record Passage(int page, String text, String said) {
        static Passage of(int page, String text) {
            return new Passage(page, text, text);
        }
    }
}
