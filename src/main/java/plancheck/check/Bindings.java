package plancheck.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plancheck.dossier.Dossier;
import plancheck.facts.Subject;

/** Which provisions bind which subjects, as Drools says; a provision is named by its place in the rule book. */
final class Bindings {
    private static final BitSet NONE = new BitSet();

    private final Map<Subject, BitSet> provisions = new HashMap<>();

    void add(Subject subject, int provision) {
        provisions.computeIfAbsent(subject, s -> new BitSet()).set(provision);
    }

    Bound of(Dossier dossier) {
        List<Subject> subjects = dossier.subjects();
        BitSet[] binding = new BitSet[subjects.size()];
        for (int i = 0; i < binding.length; i++) {
            binding[i] = provisions.getOrDefault(subjects.get(i), NONE);
        }
        return new Bound(subjects, binding);
    }

    /** The subjects of one dossier, always in the dossier's order: Drools concludes in no order that could be relied on. */
    static final class Bound {
        private final List<Subject> subjects;
        private final BitSet[] binding;

        private Bound(List<Subject> subjects, BitSet[] binding) {
            this.subjects = subjects;
            this.binding = binding;
        }

        /** All subjects, whether bound or not. */
        List<Subject> subjects() {
            return subjects;
        }

        List<Subject> by(int provision) {
            List<Subject> bound = List.of();
            for (int i = 0; i < binding.length; i++) {
                if (binding[i].get(provision)) {
                    bound = bound.isEmpty() ? new ArrayList<>(1) : bound;
                    bound.add(subjects.get(i));
                }
            }
            return bound;
        }
    }
}
