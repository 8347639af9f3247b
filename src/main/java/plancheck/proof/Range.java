package plancheck.proof;

import java.math.BigDecimal;
import java.util.Optional;
import plancheck.facts.Label;
import plancheck.rulebook.Indicator;

/** Within what a figure of a place lies when it keeps all that binds it at the end of the last plan; empty where nothing ends it. */
public record Range(
        Label where, Indicator indicator, int year, Optional<BigDecimal> least, Optional<BigDecimal> most) {}
