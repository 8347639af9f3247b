package plancheck.rulebook.compiling;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;

import java.util.List;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import plancheck.facts.Item;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.Requirement;
import plancheck.facts.Subject;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Provision;

/**
 * Makes Drools' rule base of the provisions that have been read. It is built of objects, not of text: whatever a rules'
 * directory holds, there is nothing to compile in it, and nothing compiled to keep.
 */
public final class RuleBase {
    /** The attributes that a network may be entered by, each with its own number. */
    private static final List<String> INDEXED = List.of("kind", "level", "code", "sector");

    private RuleBase() {}

    /** Made once: a rule book is read with none of its provisions first. */
    private static final class Empty {
        private static final KieBase BASE = KieBaseBuilder.createKieBaseFromModel(new ModelImpl());
    }

    public static KieBase of(List<Provision> provisions) {
        if (provisions.isEmpty()) {
            return Empty.BASE;
        }
        ModelImpl model = new ModelImpl();
        for (Provision provision : provisions) {
            model.addRule(
                    switch (provision.scope().of()) {
                        case PLACE -> rule(provision, Place.class);
                        case ITEM -> rule(provision, Item.class);
                        case PROJECT -> rule(provision, Project.class);
                    });
        }
        return KieBaseBuilder.createKieBaseFromModel(model);
    }

    private static <T extends Subject> Rule rule(Provision provision, Class<T> type) {
        Variable<T> subject = declarationOf(type, "$subject");
        PatternDef<T> pattern = pattern(subject);
        provision.scope().conditions().forEach(condition -> constrain(pattern, condition));
        String name = provision.ruleName();
        return PatternDSL.rule("provisions", name)
                .build(pattern, on(subject).execute((drools, bound) -> drools.insert(Requirement.of(name, bound))));
    }

    /** Conditions that say the same bear the same name, by which rules share their nodes. An unknown one does not hold. */
    private static <T extends Subject> void constrain(PatternDef<T> pattern, Condition condition) {
        String name = (condition.figure() ? "figure " : "") + condition.attribute() + " " + condition.operator() + " "
                + condition.operands();
        int index = condition.figure() ? -1 : INDEXED.indexOf(condition.attribute());
        if (index >= 0 && condition.operator().equals("==")) {
            pattern.expr(
                    name,
                    bound -> Boolean.TRUE.equals(condition.holds(bound)),
                    alphaIndexedBy(
                            Object.class,
                            ConstraintType.EQUAL,
                            index,
                            condition::actual,
                            condition.operands().get(0)));
        } else {
            pattern.expr(name, bound -> Boolean.TRUE.equals(condition.holds(bound)));
        }
    }
}
