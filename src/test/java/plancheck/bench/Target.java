package plancheck.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Force;
import plancheck.facts.Level;
import plancheck.rulebook.Operator;

/**
 * One made-up threshold provision: the rule file and the plain Java twin are both written from it.
 *
 * @param levels the levels of places it binds
 * @param code the only place it binds, empty when it binds all places of its levels
 * @param steps in rising order of their dates
 */
record Target(
        String clause,
        String letter,
        Force force,
        Measure measure,
        Operator operator,
        List<Step> steps,
        List<Level> levels,
        String code) {

    /** What is measured; {@code since} is the first year of a cumulative amount, null for other figures. */
    record Measure(
            String id,
            String label,
            String en,
            String unit,
            BigDecimal usual,
            @Nullable Integer since) {}

    /** A value and the day it is due; null when standing, a null value when the plan's baseline is to be beaten. */
    record Step(@Nullable LocalDate due, @Nullable BigDecimal value) {}

    String id() {
        return clause + "-" + letter;
    }

    String title() {
        return measure.label() + "达到要求";
    }

    String en() {
        return measure.en() + " meets its target";
    }

    String path() {
        return "第" + clause.substring(clause.indexOf('-') + 1) + "章";
    }

    /** The rule, as an official would write it. */
    String rule() {
        return """
                rule "%s %s"
                    @clause( "%s" )
                    @anchor( "%s" )
                    @force( "%s" )
                    @indicator( "%s" )
                    @%s( "%s" )
                    @ruling( "R1, R9" )
                    @remedy( "再提高{shortfall}" )
                    @en( "%s" )
                when
                    $subject : Place( %s )
                then
                    insert( Requirement.of( drools.getRule().getName(), $subject ) );
                end

                """.formatted(
                id(), title(), path(), measure.label(), force.id(), measure.id(), asked(), lines(), en(), scope());
    }

    private String asked() {
        return switch (operator) {
            case AT_LEAST -> "atLeast";
            case AT_MOST -> "atMost";
            case MORE_THAN -> "moreThan";
            case LESS_THAN -> "lessThan";
            case ABOUT -> "about";
        };
    }

    private String lines() {
        return steps.stream()
                .map(step -> (step.due() == null ? "standing" : step.due())
                        + ": "
                        + (step.value() == null ? "baseline" : step.value()))
                .collect(Collectors.joining(", "));
    }

    private String scope() {
        String level = levels.size() == 1
                ? "level == Level." + levels.get(0)
                : levels.stream().map(l -> "Level." + l).collect(Collectors.joining(", ", "level in ( ", " )"));
        return code.isEmpty() ? level : level + ", code == \"" + code + "\"";
    }
}
