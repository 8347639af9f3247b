package plancheck.match;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How near two names of works are. */
final class WorkNames {
    /** What is said of any work, and tells none from another. */
    private static final Pattern OF_ANY =
            Pattern.compile("新建|续建|改建|扩建|改扩建|建设|实施|推进|加快|重点|项目|工程|升级|改造|提升|提质|综合|基础设施|配套|有限公司|线(?=[^路]|$)");

    private static final Pattern ASIDE = Pattern.compile("[（(][^）)]*[）)]");
    private static final Pattern ENDS = Pattern.compile("(\\p{IsHan}{2,6})(?:至|—|－|-|~)(\\p{IsHan}{2,6})");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern ROAD = Pattern.compile("[GSXYC]\\d{2,4}");

    private WorkNames() {}

    /** Without what stands in brackets. */
    static String withoutAsides(String name) {
        return ASIDE.matcher(name).replaceAll("");
    }

    /** Where a road or a line begins and ends; empty when the name does not say. */
    static Set<String> ends(String name) {
        return ENDS.matcher(name)
                .results()
                .flatMap(ends -> Stream.of(ends.group(1), ends.group(2)))
                .map(end -> core(end).replaceAll("高速.*|公路.*|铁路.*|段.*|线.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The name without signs and without the words that any work bears. */
    static String core(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return NO_LETTER.matcher(OF_ANY.matcher(plain).replaceAll("")).replaceAll("");
    }

    /** Numbers of roads: G85, S28. */
    static Set<String> roads(String name) {
        return ROAD.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Twice the pairs of characters that both have, in all pairs of both: 1 for the same, 0 for nothing in common. */
    static double likeness(String one, String other) {
        Map<String, Integer> pairs = pairs(one);
        Map<String, Integer> others = pairs(other);
        int all = one.length() + other.length() - 2;
        int common = pairs.entrySet().stream()
                .mapToInt(pair -> Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0)))
                .sum();
        return all <= 0 ? one.equals(other) ? 1 : 0 : 2.0 * common / all;
    }

    private static Map<String, Integer> pairs(String text) {
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }
}
