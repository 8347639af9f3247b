package plancheck.plan.text;

/**
 * A clause in full with the words that are cited from it.
 *
 * @param before what stands before the cited words; the whole clause when they do not stand in it
 * @param anchor the cited words as the clause has them; empty when they do not stand in it
 * @param after what stands after them; paragraphs, here as in {@code before}, are separated by line breaks
 */
public record Quotation(String before, String anchor, String after) {

    /** @param cited the words as a rule cites them */
    public static Quotation of(Clause clause, String cited) {
        String text = clause.text();
        return clause.mark(cited)
                .map(span -> {
                    int end = withPercent(text, cited, span.end());
                    return new Quotation(
                            text.substring(0, span.start()), text.substring(span.start(), end), text.substring(end));
                })
                .orElse(new Quotation(text, "", ""));
    }

    /** In one line, with the cited words between 【 and 】. */
    public String marked() {
        String marked = anchor.isEmpty() ? before : before + "【" + anchor + "】" + after;
        return marked.replace("\n", " ");
    }

    /** Punctuation does not count when an anchor is sought, but a percent sign belongs to its figure. */
    private static int withPercent(String text, String anchor, int end) {
        return anchor.endsWith("%") && text.startsWith("%", end) ? end + 1 : end;
    }
}
