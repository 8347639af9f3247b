package plancheck.facts;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The units that plans and dossiers use. Units of one dimension convert into each other exactly;
 * every factor is a finite decimal, so no conversion rounds.
 */
public enum Unit implements Term {
    PERCENT("%", "%", "share", "1"),
    PERCENTAGE_POINT("个百分点", "points", "point", "1"),
    PERSON("人", "people", "people", "1"),
    TEN_THOUSAND_PEOPLE("万人", "×10⁴ people", "people", "10000"),
    HOUSEHOLD("户", "households", "households", "1"),
    TEN_THOUSAND_HOUSEHOLDS("万户", "×10⁴ households", "households", "10000"),
    METRE("米", "m", "length", "0.001"),
    KILOMETRE("公里", "km", "length", "1"),
    KILOMETRE_QIANMI("千米", "km", "length", "1"),
    MU("亩", "mu", "area", "1"),
    TEN_THOUSAND_MU("万亩", "×10⁴ mu", "area", "10000"),
    HECTARE("公顷", "ha", "area", "15"),
    SQUARE_KILOMETRE("平方公里", "km²", "area", "1500"),
    SQUARE_KILOMETRE_QIANMI("平方千米", "km²", "area", "1500"),
    SQUARE_METRE("平方米", "m²", "area", "0.0015"),
    YUAN("元", "yuan", "money", "1"),
    TEN_THOUSAND_YUAN("万元", "×10⁴ yuan", "money", "10000"),
    HUNDRED_MILLION_YUAN("亿元", "×10⁸ yuan", "money", "100000000"),
    TON("吨", "t", "mass", "1"),
    TEN_THOUSAND_TONS("万吨", "×10⁴ t", "mass", "10000"),
    HEAD("头", "head", "cattle", "1"),
    TEN_THOUSAND_HEAD("万头", "×10⁴ head", "cattle", "10000"),
    CUBIC_METRE("立方米", "m³", "volume", "1"),
    TEN_THOUSAND_CUBIC_METRES("万立方米", "×10⁴ m³", "volume", "10000"),
    KILOWATT_HOUR("千瓦时", "kWh", "energy", "1"),
    MINUTE("分钟", "min", "time", "1"),
    HOUR("小时", "h", "time", "60"),
    PIECE("个", "", "count", "1"),
    ROAD("条", "roads", "roads", "1"),
    BATCH("批", "groups", "groups", "1"),
    SITE("处", "sites", "sites", "1"),
    BRIDGE("座", "bridges", "count", "1"),
    YEAR("年", "years", "year", "1"),
    DAY("天", "days", "days", "1");

    private static final Set<String> WHOLE =
            Set.of("people", "households", "cattle", "count", "roads", "groups", "sites", "year");

    private static final Map<String, Unit> BY_SYMBOL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(unit -> unit.symbol, unit -> unit));

    private final String symbol;
    private final Label name;
    private final String dimension;
    private final BigDecimal factor;

    Unit(String symbol, String en, String dimension, String factor) {
        this.symbol = symbol;
        this.name = new Label(symbol, en);
        this.dimension = dimension;
        this.factor = new BigDecimal(factor);
    }

    /** The unit written so, empty when it is not one of ours. A full-width percent sign counts as "%". */
    public static Optional<Unit> of(String symbol) {
        String asked = symbol.equals("％") ? "%" : symbol;
        return Optional.ofNullable(BY_SYMBOL.get(asked));
    }

    @Override
    public Label inWords() {
        return name;
    }

    public String symbol() {
        return symbol;
    }

    /** Whether there are only whole ones: villages, roads, people. */
    public boolean isWhole() {
        return factor.compareTo(BigDecimal.ONE) == 0 && WHOLE.contains(dimension);
    }

    /** Whether there can be so much: not half a person, in whatever unit people are counted. */
    public boolean isWholeAmount(BigDecimal value) {
        return !WHOLE.contains(dimension)
                || value.multiply(factor).stripTrailingZeros().scale() <= 0;
    }

    /** The unit of single ones, where this one counts in ten thousands. */
    public Unit ofOne() {
        return factor.compareTo(BigDecimal.ONE) == 0
                ? this
                : Arrays.stream(values())
                        .filter(unit -> sameDimension(unit) && unit.isWhole())
                        .findFirst()
                        .orElse(this);
    }

    /** The units a value in this unit may also be given in, this one first. */
    public List<Unit> alternatives() {
        return Arrays.stream(values())
                .filter(this::sameDimension)
                .sorted((a, b) -> Boolean.compare(b == this, a == this))
                .toList();
    }

    public boolean sameDimension(Unit other) {
        return dimension.equals(other.dimension);
    }

    /**
     * The value, given in this unit, in the other one.
     *
     * @throws IllegalArgumentException when the units measure different things
     */
    public BigDecimal convert(BigDecimal value, Unit to) {
        if (this == to) {
            return value;
        }
        if (!sameDimension(to)) {
            throw new IllegalArgumentException(symbol + "不能换算为" + to.symbol);
        }
        BigDecimal inBase = value.multiply(factor);
        // Every factor is 2^a·5^b·3 at most in the numerator; a remaining third (米² from 亩) keeps 34 digits.
        BigDecimal converted = inBase.divide(to.factor, java.math.MathContext.DECIMAL128);
        return converted.stripTrailingZeros().scale() < 0
                ? converted.setScale(0, java.math.RoundingMode.UNNECESSARY)
                : converted.stripTrailingZeros();
    }
}
