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

/**
 * Which provisions bind which subjects, as Drools says; a provision is named by its place in the rule book, a subject by
 * its place among all that are checked together.
 */
final class Bindings {
    private static final BitSet NONE = new BitSet();

    private final Map<Integer, BitSet> subjects = new HashMap<>();

    void add(int subject, int provision) {
        subjects.computeIfAbsent(provision, p -> new BitSet()).set(subject);
    }

    /** @param from the place of the dossier's first subject */
    BoundSubjects of(Dossier dossier, int from) {
        return new BoundSubjects(dossier.subjects(), from);
    }

    /** Takes an item of a list, and whether Drools says that it is bound. */
    interface ItemVisitor {
        void item(Item item, boolean isBound);
    }

    /** The subjects of one dossier, always in the dossier's order: Drools concludes in no order that could be relied on. */
    final class BoundSubjects {
        private final List<Subject> all;
        private final int from;
        private final Map<Scope.Sort, List<Subject>> sorts = new EnumMap<>(Scope.Sort.class);
        private final Map<String, BitSet> kinds = new HashMap<>();

        private BoundSubjects(List<Subject> all, int from) {
            this.all = all;
            this.from = from;
            for (Scope.Sort sort : Scope.Sort.values()) {
                sorts.put(sort, all.stream().filter(sort::includes).toList());
            }
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i) instanceof Item item) {
                    kinds.computeIfAbsent(item.getKind(), kind -> new BitSet()).set(i);
                }
            }
        }

        /** All subjects of a sort, whether bound or not. */
        List<Subject> of(Scope.Sort sort) {
            return sorts.getOrDefault(sort, List.of());
        }

        /** All items of a kind, one after the other. */
        void items(String kind, int provision, ItemVisitor visitor) {
            BitSet bound = subjects.getOrDefault(provision, NONE);
            kinds.getOrDefault(kind, NONE).stream().forEach(i -> visitor.item((Item) all.get(i), bound.get(from + i)));
        }

        /** The subjects that a provision binds. */
        List<Subject> by(int provision) {
            BitSet bound = subjects.getOrDefault(provision, NONE);
            int first = bound.nextSetBit(from);
            if (first < 0 || first >= from + all.size()) {
                return List.of(); // as two in three do
            }
            List<Subject> by = new ArrayList<>();
            for (int i = first; i >= 0 && i < from + all.size(); i = bound.nextSetBit(i + 1)) {
                by.add(all.get(i - from));
            }
            return by;
        }
    }
}
