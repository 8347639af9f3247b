package plancheck.web.prefill;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with a figure in it, in the three parts that a page shows: before the figure, the figure, behind it. */
public final class MarkedSentence {
    /** The whole sentence as the first part where the figure is written in another way; 20 is not marked within 2024. */
    public List<String> parts(String sentence, BigDecimal value) {
        Matcher written = Pattern.compile("(?<![\\d.,])" + Pattern.quote(value.toPlainString()) + "(?![\\d.,]*\\d)")
                .matcher(sentence);
        return written.find()
                ? List.of(sentence.substring(0, written.start()), written.group(), sentence.substring(written.end()))
                : List.of(sentence, "", "");
    }
}
