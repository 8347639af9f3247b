package plancheck.verification;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Provision;

/** Finds provisions in different clauses whose anchors or titles share six characters, and which nothing joins. */
final class PairCheck {
    private static final int CORE = 6;

    private final Pattern trifles;

    /** @param trifles words that many sentences have, so that they join none */
    PairCheck(Pattern trifles) {
        this.trifles = trifles;
    }

    /** Is told of each pair, the earlier one first, and of the words they share. */
    interface Report {
        void pair(CitedProvision one, CitedProvision other, String core);
    }

    void found(List<CitedProvision> provisions, Report report) {
        Map<String, Set<Integer>> byCore = new HashMap<>();
        for (int at = 0; at < provisions.size(); at++) {
            for (String core : cores(provisions.get(at))) {
                byCore.computeIfAbsent(core, c -> new TreeSet<>()).add(at);
            }
        }
        for (int at = 0; at < provisions.size(); at++) {
            CitedProvision one = provisions.get(at);
            Map<Integer, String> others = new HashMap<>();
            for (String core : cores(one)) {
                for (int other : byCore.getOrDefault(core, Set.of())) {
                    if (other > at) {
                        others.putIfAbsent(other, core);
                    }
                }
            }
            others.keySet().stream()
                    .sorted()
                    .filter(other -> !isJoined(one, provisions.get(other)))
                    .forEach(other -> report.pair(one, provisions.get(other), core(one, provisions.get(other))));
        }
    }

    /** The longest of the words that they share. */
    private String core(CitedProvision one, CitedProvision other) {
        return parts(one)
                .flatMap(part -> parts(other).map(there -> Words.core(part, there)))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private Set<String> cores(CitedProvision cited) {
        Set<String> cores = new HashSet<>();
        parts(cited).forEach(part -> {
            for (int from = 0; from + CORE <= part.length(); from++) {
                cores.add(part.substring(from, from + CORE));
            }
        });
        return cores;
    }

    private Stream<String> parts(CitedProvision cited) {
        return Stream.of(cited.first().anchored(), cited.provision().title())
                .flatMap(trifles::splitAsStream)
                .map(Words::bare);
    }

    /** Within one clause a sentence is split on purpose; what is asked of others is asked beside. */
    private static boolean isJoined(CitedProvision a, CitedProvision b) {
        Provision one = a.provision();
        Provision other = b.provision();
        return one.citations().stream()
                        .anyMatch(x -> other.citations().stream()
                                .anyMatch(y ->
                                        x.plan().equals(y.plan()) && x.clause().equals(y.clause())))
                || one.scope().of() != other.scope().of()
                || a.isElsewhereThan(b)
                || Collections.disjoint(one.scope().levels(), other.scope().levels())
                || one.relations().stream()
                        .anyMatch(relation -> relation.other().equals(other.id()))
                || answeredBy(one).equals(answeredBy(other));
    }

    /** Under which id it is answered: that of its indicator, or of the provision it shares the stage with. */
    private static String answeredBy(Provision provision) {
        Indicator measured = provision.indicator();
        return measured == null ? provision.stageId() : measured.id();
    }
}
