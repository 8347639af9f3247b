package plancheck.plan.store;

import java.util.Comparator;
import java.util.List;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.plan.text.Numbering;
import plancheck.plan.text.PlanText;
import plancheck.plan.text.PlanTextException;

/** The plans of a rule book, which texts are recognised by and read as. */
public record KnownPlans(List<KnownPlan> plans) {

    public KnownPlans {
        plans = List.copyOf(plans);
    }

    /**
     * The id of the plan whose text this is.
     *
     * @throws PlanTextException when the text is empty, or that of no plan we know
     */
    public String recognise(String raw) {
        if (raw.isBlank()) {
            throw new PlanTextException(Message.of("plan.empty-text"));
        }
        return plans.stream()
                .map(plan -> new RecognisedText(plan, PlanText.parse(raw, plan.numbering())))
                .filter(read -> read.plan.isLikely(read.text))
                .max(Comparator.comparingLong(read -> read.plan.agreeing(read.text)))
                .orElseThrow(() -> new PlanTextException(Message.of("plan.text-of-no-plan", titles())))
                .plan
                .id();
    }

    /** A text read as that of one plan. */
    private record RecognisedText(KnownPlan plan, PlanText text) {}

    /** How the plan numbers its units; as is usual where there is no such plan. */
    public Numbering numbering(String id) {
        return plans.stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .map(KnownPlan::numbering)
                .orElse(Numbering.USUAL);
    }

    private Label titles() {
        return new Label(
                String.join(
                        "",
                        plans.stream()
                                .map(plan -> "《" + plan.title().zh() + "》")
                                .toList()),
                String.join(
                        " or ",
                        plans.stream()
                                .map(plan -> "“" + plan.title().en() + "”")
                                .toList()));
    }
}
