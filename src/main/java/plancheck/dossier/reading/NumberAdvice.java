package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.util.Optional;
import plancheck.dossier.Node;
import plancheck.dossier.values.WrittenNumber;
import plancheck.facts.Message;
import plancheck.facts.Unit;

/** What to do about something that should have been a number, and was not taken for one. */
final class NumberAdvice {
    private static final Message DIGITS = Message.of("dossier.digits-only");

    private NumberAdvice() {}

    /** @param unit the unit a bare value is in, empty when there is none */
    static Message of(Node node, String unit) {
        if (node.form() == Node.Form.NUMBER) {
            boolean large = node.textOrEmpty().matches("-?\\d.*");
            return large ? Message.of("dossier.number-too-large") : Message.of("dossier.write-exact-value");
        }
        return WrittenNumber.of(node.textOrEmpty())
                .map(written -> of(written, Unit.of(unit)))
                .orElse(DIGITS);
    }

    private static Message of(WrittenNumber written, Optional<Unit> own) {
        String number = written.value().toPlainString();
        Unit given = written.unit();
        boolean convertible = given == null || own.isEmpty() || own.get().sameDimension(given);
        if (written.about() && convertible) {
            return Message.of("dossier.write-exact-value-not-about");
        }
        if (given != null) {
            return own.isEmpty() || own.get().sameDimension(given)
                    ? Message.of("dossier.write-number-only", number)
                    : Message.of(
                            "dossier.unit-of-another-kind",
                            given.inWords(),
                            own.get().inWords());
        }
        if (own.isPresent() && own.get() != Unit.PERCENT && written.isTwofold(own.get())) {
            return twofold(written, own.get());
        }
        return DIGITS;
    }

    /** 1.2万 where ten thousands are counted. */
    private static Message twofold(WrittenNumber written, Unit own) {
        BigDecimal few = written.value().movePointLeft(written.power()).stripTrailingZeros();
        return Message.of(
                "dossier.write-which-number",
                few.toPlainString(),
                written.value().toPlainString(),
                own.inWords());
    }
}
