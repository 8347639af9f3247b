package plancheck.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plancheck.dossier.Dossier;
import plancheck.facts.Item;
import plancheck.facts.Subject;
import plancheck.rulebook.Scope;

/** Which provisions bind which subjects, as Drools says; a provision is named by its place in the rule book. */
final class Bindings {
    private static final BitSet NONE = new BitSet();

    private final Map<Subject, BitSet> provisions = new HashMap<>();

    void add(Subject subject, int provision) {
        provisions.computeIfAbsent(subject, s -> new BitSet()).set(provision);
    }

    Bound of(Dossier dossier) {
        List<Subject> subjects = dossier.subjects();
        Map<Integer, List<Subject>> bound = new HashMap<>();
        for (Subject subject : subjects) {
            provisions.getOrDefault(subject, NONE).stream()
                    .forEach(provision -> bound.computeIfAbsent(provision, p -> new ArrayList<>(1))
                            .add(subject));
        }
        return new Bound(subjects, bound);
    }

    /** The subjects of one dossier, always in the dossier's order: Drools concludes in no order that could be relied on. */
    static final class Bound {
        private final Map<Scope.Sort, List<Subject>> subjects = new EnumMap<>(Scope.Sort.class);
        private final Map<String, List<Item>> items = new HashMap<>();
        private final Map<Integer, List<Subject>> bound;

        private Bound(List<Subject> all, Map<Integer, List<Subject>> bound) {
            this.bound = bound;
            for (Scope.Sort sort : Scope.Sort.values()) {
                subjects.put(sort, all.stream().filter(sort::includes).toList());
            }
            all.forEach(subject -> {
                if (subject instanceof Item item) {
                    items.computeIfAbsent(item.getKind(), kind -> new ArrayList<>())
                            .add(item);
                }
            });
        }

        /** All subjects of a sort, whether bound or not. */
        List<Subject> of(Scope.Sort sort) {
            return subjects.getOrDefault(sort, List.of());
        }

        /** All items of a kind, whether bound or not. */
        List<Item> items(String kind) {
            return items.getOrDefault(kind, List.of());
        }

        List<Subject> by(int provision) {
            return bound.getOrDefault(provision, List.of());
        }
    }
}
