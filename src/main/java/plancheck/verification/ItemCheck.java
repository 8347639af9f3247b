package plancheck.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import plancheck.facts.Force;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** Whether each item of a list that an anchor holds is asked about, by its own provision or by another of the clause. */
final class ItemCheck {
    private static final Pattern BETWEEN = Pattern.compile("[、，；和及与或]");

    private final RuleBook book;
    private final Pattern trifles;

    /** @param trifles words that make no item of their own */
    ItemCheck(RuleBook book, Pattern trifles) {
        this.book = book;
        this.trifles = trifles;
    }

    void found(List<CitedProvision> provisions, BiConsumer<CitedProvision, String> report) {
        Map<String, StringBuilder> asked = new HashMap<>();
        provisions.forEach(cited -> asked.computeIfAbsent(clause(cited), c -> new StringBuilder(reasons(cited)))
                .append(cited.asked())
                .append('\n')
                .append(cited.provision().remedy())
                .append(help(cited.provision()))
                .append('\n'));
        for (CitedProvision cited : provisions) {
            String anchored = cited.first().anchored();
            if (anchored.contains("、") && cited.isOfPlace() && cited.provision().force() == Force.MUST) {
                String known = Words.bare(
                        asked.getOrDefault(clause(cited), new StringBuilder()).toString());
                BETWEEN.splitAsStream(anchored)
                        .map(item -> Words.bare(trifles.matcher(item).replaceAll("")))
                        .filter(item -> item.length() > 1 && Words.common(item, known) < 2)
                        .findFirst()
                        .ifPresent(item -> report.accept(cited, item));
            }
        }
    }

    private static String help(Provision provision) {
        Indicator measured = provision.indicator();
        return measured == null ? "" : measured.help().zh();
    }

    private static String clause(CitedProvision cited) {
        return cited.provision().plan() + cited.first().citation().clause();
    }

    /** Sentences of the clause that the register says why nothing asks about. */
    private String reasons(CitedProvision cited) {
        Provision provision = cited.provision();
        Plan plan = book.plans().get(provision.plan());
        StringBuilder words = new StringBuilder();
        if (plan != null) {
            plan.sentences().stream()
                    .filter(sentence ->
                            sentence.path().equals(cited.first().citation().clause()))
                    .forEach(sentence -> words.append(sentence.anchor()).append(sentence.why()));
        }
        return words.toString();
    }
}
