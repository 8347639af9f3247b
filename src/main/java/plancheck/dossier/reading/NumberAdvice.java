package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.dossier.Node;
import plancheck.facts.Message;

/** What to do about something that should have been a number. */
final class NumberAdvice {
    private static final Pattern WITH_UNIT = Pattern.compile("([-+]?[\\d.]+)\\s*(\\D{1,6})");

    private static final Message DIGITS = Message.of("dossier.digits-only");

    private NumberAdvice() {}

    /** @param unit the unit a bare value is in, empty when there is none */
    static Message of(Node node, String unit) {
        if (node.form() == Node.Form.NUMBER) {
            boolean large = node.textOrEmpty().matches("-?\\d.*");
            return large ? Message.of("dossier.number-too-large") : Message.of("dossier.write-exact-value");
        }
        String written = node.textOrEmpty();
        if (written.length() > 60) {
            return DIGITS;
        }
        // Full-width digits, points and percent signs become half-width ones.
        String plain =
                Normalizer.normalize(written, Normalizer.Form.NFKC).strip().replaceAll("(?<=\\d)[,_ ](?=\\d{3})", "");
        if (isNumber(plain)) {
            String right = new BigDecimal(plain).toPlainString();
            return right.equals(written)
                    ? Message.of("dossier.take-off-quotes")
                    : Message.of("dossier.write-plain-number", right);
        }
        Matcher amount = WITH_UNIT.matcher(plain);
        if (!amount.matches() || !isNumber(amount.group(1))) {
            return DIGITS;
        }
        String number = new BigDecimal(amount.group(1)).toPlainString();
        String given = amount.group(2).strip();
        return given.equals(unit) || unit.isEmpty()
                ? Message.of("dossier.write-number-only", number)
                : Message.of("dossier.write-number-and-unit", number, given);
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)");
    }
}
