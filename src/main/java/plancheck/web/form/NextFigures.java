package plancheck.web.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plancheck.facts.Force;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Report;

/**
 * What to fill in next: the few figures that decide most of the provisions that are open for want of data.
 *
 * @param figures in the order in which to fill them in
 * @param decides how many provisions all of them together decide
 */
record NextFigures(List<NextFigure> figures, int decides) {
    /** So many can be taken in at a glance. */
    private static final int MOST = 8;

    /**
     * One of them.
     *
     * @param decides how many provisions are decided once this and all before it are there
     * @param settles how many of the open provisions it decides by itself, whatever else is filled in
     * @param wanted how many of the open provisions want it, alone or with others
     */
    record NextFigure(Missing missing, int decides, int settles, int wanted) {}

    static NextFigures of(Report report) {
        List<OpenProvision> open = new ArrayList<>();
        Map<String, Missing> missing = new LinkedHashMap<>();
        for (Finding finding : report.with(Outcome.INSUFFICIENT_DATA)) {
            Set<String> wanted = new LinkedHashSet<>();
            finding.missing().forEach(m -> {
                wanted.add(m.figure());
                missing.putIfAbsent(m.figure(), m);
            });
            if (!wanted.isEmpty()) {
                open.add(new OpenProvision(wanted, finding.force() == Force.MUST));
            }
        }
        return new Search(open, missing).result();
    }

    /** A provision that is open, with what would decide it. */
    private record OpenProvision(Set<String> wanted, boolean must) {
        /** Of as many provisions, those that decide the verdict count for a little more. */
        int worth() {
            return must ? 1001 : 1000;
        }
    }

    /** Takes, again and again, what decides most for each figure that it takes. */
    private static final class Search {
        private final List<OpenProvision> all;
        private final List<OpenProvision> open;
        private final Map<String, Missing> missing;
        private final Set<String> taken = new HashSet<>();
        private final List<NextFigure> steps = new ArrayList<>();
        private int decided;

        Search(List<OpenProvision> open, Map<String, Missing> missing) {
            this.all = List.copyOf(open);
            this.open = open;
            this.missing = missing;
        }

        NextFigures result() {
            Set<String> best = best();
            while (!best.isEmpty()) {
                int left = best.size();
                taken.addAll(best);
                int before = decided;
                decided += (int) open.stream().filter(this::isDecided).count();
                open.removeIf(this::isDecided);
                for (String figure : best) {
                    left--;
                    Missing one = missing.get(figure);
                    if (one != null) {
                        steps.add(step(one, left == 0 ? decided : before));
                    }
                }
                best = best();
            }
            return new NextFigures(List.copyOf(steps), decided);
        }

        private NextFigure step(Missing one, int decides) {
            List<OpenProvision> wanting = all.stream()
                    .filter(provision -> provision.wanted().contains(one.figure()))
                    .toList();
            long alone = wanting.stream()
                    .filter(provision -> provision.wanted().size() == 1)
                    .count();
            return new NextFigure(one, decides, (int) alone, wanting.size());
        }

        private Set<String> best() {
            Map<Set<String>, Integer> worth = new LinkedHashMap<>();
            Map<String, List<Set<String>>> byFirst = new HashMap<>();
            for (OpenProvision one : open) {
                Set<String> left = new LinkedHashSet<>(one.wanted());
                left.removeAll(taken);
                if (left.size() <= MOST - steps.size()) {
                    if (worth.merge(left, one.worth(), Integer::sum) == one.worth()) {
                        byFirst.computeIfAbsent(left.iterator().next(), first -> new ArrayList<>())
                                .add(left);
                    }
                }
            }
            Set<String> best = Set.of();
            double most = 0;
            for (Set<String> candidate : worth.keySet()) {
                int together = candidate.stream()
                        .flatMap(figure -> byFirst.getOrDefault(figure, List.of()).stream())
                        .filter(candidate::containsAll)
                        .mapToInt(worth::get)
                        .sum();
                double each = (double) together / candidate.size();
                if (each > most) {
                    most = each;
                    best = candidate;
                }
            }
            return best;
        }

        private boolean isDecided(OpenProvision one) {
            return taken.containsAll(one.wanted());
        }
    }
}
