package plancheck.dossier;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plancheck.facts.Message;

/**
 * Gathers what is wrong. Five problems of a kind are told and the others counted, 200 in all, so that a broken list costs
 * no more than a sound one and nobody reads the same sentence a thousand times.
 */
public final class Problems extends AbstractList<Problem> {
    public static final int OF_A_KIND = 5;
    public static final int IN_ALL = 200;

    /** Every five may need one more that counts the others of their kind; two are for all other kinds. */
    private static final int TOLD = (IN_ALL - 2) * OF_A_KIND / (OF_A_KIND + 1);
    /** Notes may not crowd out what is wrong. */
    private static final int NOTES = 50;
    /** More than a form has fields; of a dossier that is wrong in more places nothing is readable. */
    private static final int PLACES = 100_000;

    private static final Pattern ROW = Pattern.compile("/\\d+(?=/|$)");

    private final List<Problem> told = new ArrayList<>();
    private final Map<Object, ProblemCount> kinds = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int errors;
    private int notes;

    /** The same said of the same part of the format. */
    private record ProblemKind(String what, Object about) {
        @Override
        public boolean equals(Object other) {
            return other instanceof ProblemKind kind
                    && kind.what.equals(what)
                    && kind.about == about; // a shape is large
        }

        @Override
        public int hashCode() {
            return 31 * what.hashCode() + System.identityHashCode(about);
        }
    }

    /** What is only counted: the sixth of a kind and those after it, or all of other kinds once there is no more room. */
    private static final class ProblemCount {
        private final Problem.Severity severity;
        private final boolean alike;
        private int told;
        private int more;
        private int line;
        private String pointer = "";

        ProblemCount(Problem.Severity severity, boolean alike) {
            this.severity = severity;
            this.alike = alike;
        }

        Problem inWords() {
            return new Problem(
                    severity,
                    line,
                    pointer,
                    alike ? Message.of("dossier.more-like-this", more) : Message.of("dossier.others-not-listed", more),
                    Message.of("dossier.mend-those-listed"),
                    more);
        }
    }

    /** @return whether it is told */
    @Override
    public boolean add(Problem problem) {
        return add(
                ROW.matcher(problem.pointer()).replaceAll("/*") + ' ' + problem.code(),
                problem.severity(),
                problem.line(),
                problem::pointer,
                () -> problem);
    }

    /**
     * Adds an error that is put into words only when it is told.
     *
     * @param what the sentence, in a word
     * @param about what part of the format it is about; another object makes it another kind
     */
    public void error(
            String what, Object about, int line, Pointer where, Supplier<Message> message, Supplier<Message> advice) {
        error(what, about, line, where, () -> Problem.error(line, where.toString(), message.get(), advice.get()));
    }

    public void error(String what, Object about, int line, Pointer where, Supplier<Problem> told) {
        add(new ProblemKind(what, about), Problem.Severity.ERROR, line, where::toString, told);
    }

    private boolean add(
            Object kind, Problem.Severity severity, int line, Supplier<String> pointer, Supplier<Problem> problem) {
        boolean error = severity == Problem.Severity.ERROR;
        errors += error ? 1 : 0;
        if (error && wrong.size() <= PLACES) {
            wrong.add(wrong.size() < PLACES ? pointer.get() : "");
        }
        boolean room = told.size() < TOLD && (error || notes < NOTES);
        ProblemCount counted = counted(kind, severity, room);
        if (room && counted.told < OF_A_KIND) {
            counted.told++;
            notes += error ? 0 : 1;
            return told.add(problem.get());
        }
        if (counted.more++ == 0) {
            counted.line = line;
            counted.pointer = pointer.get();
        }
        return false;
    }

    private ProblemCount counted(Object kind, Problem.Severity severity, boolean room) {
        ProblemCount known = kinds.get(kind);
        if (known == null) {
            known = kinds.computeIfAbsent(room ? kind : severity, k -> new ProblemCount(severity, room));
        }
        return known;
    }

    @Override
    public Problem get(int index) {
        return told.get(index);
    }

    @Override
    public int size() {
        return told.size();
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** Where the errors are, also those that are only counted. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** By line, with how many more there are of each kind. */
    public List<Problem> inOrder() {
        return Stream.concat(
                        told.stream(),
                        kinds.values().stream().filter(kind -> kind.more > 0).map(ProblemCount::inWords))
                .sorted(Comparator.comparingInt(Problem::line))
                .toList();
    }
}
