package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.facts.Message;
import plancheck.facts.Phrase;

/** A number that is one, but hardly the one that was meant: it is asked back, and never taken for another. */
final class DoubtfulNumber {
    /** Programs that reckon in binary have about sixteen digits, of which the last are dust. */
    private static final int DIGITS_OF_A_PROGRAM = 15;

    private static final int DIGITS_WITHOUT_DUST = 12;
    /** So many digits any statistic has; what a division leaves has more, and is no dust. */
    private static final int DIGITS_OF_A_FIGURE = 8;

    private final List<Problem> problems;

    DoubtfulNumber(List<Problem> problems) {
        this.problems = problems;
    }

    void check(Node node, BigDecimal value, Shape.Number shape, Phrase name) {
        BigDecimal meant = withoutDust(value);
        if (meant.compareTo(value) != 0) {
            ask(
                    node,
                    name,
                    Message.of("dossier.left-by-arithmetic", node.textOrEmpty()),
                    Message.of("dossier.is-it-this-value", meant.toPlainString()));
        } else if (isRatio(value, shape) && node.form() == Node.Form.NUMBER) {
            String written = value.toPlainString();
            String percent = value.movePointRight(2).stripTrailingZeros().toPlainString();
            ask(
                    node,
                    name,
                    Message.of("dossier.fraction-or-percentage", written, written, percent),
                    Message.of("dossier.write-which-percentage", percent, percent, written, written));
        }
    }

    private static BigDecimal withoutDust(BigDecimal value) {
        if (value.precision() < DIGITS_OF_A_PROGRAM) {
            return value;
        }
        BigDecimal rounded = value.round(new MathContext(DIGITS_WITHOUT_DUST, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        return rounded.precision() <= DIGITS_OF_A_FIGURE && rounded.scale() > -DIGITS_WITHOUT_DUST ? rounded : value;
    }

    /** Whether 1 may stand for the whole. */
    private static boolean isRatio(BigDecimal value, Shape.Number shape) {
        return shape.unit().equals("%") && value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }

    private void ask(Node node, Phrase name, Message about, Message advice) {
        problems.add(Problem.ofField(node, name, about, advice));
    }
}
