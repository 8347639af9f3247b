package plancheck.prefill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/**
 * Under which names figures are published. All indicators' names are known, asked for or not: what is called by a longer name is not
 * taken for what has the shorter one (ruling R18).
 */
final class FigureNames {
    private final Map<String, Indicator> names = new LinkedHashMap<>();
    private final List<String> longestFirst;

    /**
     * A name in a sentence.
     *
     * @param from of its first character
     * @param to behind its last
     */
    record Named(String name, Indicator indicator, int from, int to) {
        /** What stands beside it, and is said of the same place and year. */
        Named as(Named other) {
            return new Named(other.name, other.indicator, from, to);
        }
    }

    FigureNames(RuleBook book) {
        book.indicators().values().stream()
                .filter(indicator -> indicator.type() == Indicator.Type.NUMBER)
                .forEach(indicator -> Stream.concat(Stream.of(indicator.label()), indicator.alsoCalled().stream())
                        .forEach(name -> names.putIfAbsent(name, indicator)));
        this.longestFirst = names.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
                .toList();
    }

    /** Whether the place's dossier has such a figure, of the place itself or of its town. */
    static boolean isOf(Indicator indicator, PlaceName place) {
        return isOfItself(indicator, place)
                || indicator.of().contains(place.townLevel().id());
    }

    static boolean isOfItself(Indicator indicator, PlaceName place) {
        return indicator.of().contains(place.level().id());
    }

    /** Every name in the sentence, the longest where several stand at one place, by where they stand. */
    List<Named> in(String sentence) {
        List<Named> found = new ArrayList<>();
        boolean[] taken = new boolean[sentence.length()];
        for (String name : longestFirst) {
            for (int at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + name.length())) {
                if (!taken[at] && !taken[at + name.length() - 1]) {
                    Arrays.fill(taken, at, at + name.length(), true);
                    found.add(new Named(name, indicator(name), at, at + name.length()));
                }
            }
        }
        found.sort(Comparator.comparing(Named::from));
        return found;
    }

    /** By its name, or by the beginning of one that shares its end with the next: 城镇居民 before 农村居民人均可支配收入. */
    @Nullable
    Indicator named(String beginning, String next) {
        Indicator whole = names.get(beginning);
        if (whole != null) {
            return whole;
        }
        for (int tail = 2; tail < next.length(); tail++) {
            Indicator found = names.get(beginning + next.substring(next.length() - tail));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Indicator indicator(String name) {
        return Objects.requireNonNull(names.get(name));
    }
}
