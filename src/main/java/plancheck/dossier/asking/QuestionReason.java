package plancheck.dossier.asking;

import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Provision;

/**
 * One reason why a question is put.
 *
 * @param provision the one that asks; of {@link Purpose#INPUT} the first of those that need the result
 * @param result what the answer serves to work out, null for every other purpose
 */
public record QuestionReason(
        Purpose purpose, Provision provision, @Nullable Indicator result) {

    /** What the answer is to the provision. */
    public enum Purpose {
        /** What it is judged by; of a list, how many bound items there are. */
        MEASURED,
        /** What decides whether it binds. */
        CONDITION,
        /** Part of a figure it is judged by. */
        INPUT
    }

    /** What is asked and on which clause, for example {@code PL-3.2-B2-2-c 不低于60%（2025年12月31日前），见三/（二）/专栏2/2/一是}. */
    public Label inWords() {
        if (result != null) {
            return new Label("用于计算“" + result.label() + "”", "serves to work out “" + result.en() + "”");
        }
        Label what = purpose == Purpose.CONDITION ? new Label("据此确定是否适用", "decides whether it applies") : criterion();
        return new Label(
                provision.id() + " " + what.zh() + "，见" + clause(),
                provision.id() + " " + what.en() + ", see " + clause());
    }

    /** What the provision requires and by when; of a list, of its items. */
    public Label criterion() {
        return provision.isList() ? provision.name() : CriterionWords.inWords(provision);
    }

    /** Path of the provision's own clause. */
    public String clause() {
        return provision.citations().get(0).clause();
    }

    /** Whether both would be the same line under a question. */
    boolean saysTheSameAs(QuestionReason other) {
        return result == null
                ? other.result == null
                        && purpose == other.purpose
                        && provision.id().equals(other.provision.id())
                : other.result != null && result.id().equals(other.result.id());
    }
}
