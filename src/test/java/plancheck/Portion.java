package plancheck;

import java.util.List;
import java.util.stream.IntStream;

/** How much of what a {@link Thorough} test could try is tried; the same each time. */
public final class Portion {
    private static final boolean ALL = Boolean.getBoolean("tests.thorough");

    private Portion() {}

    /** So many rounds of something random. */
    public static int rounds(int few, int many) {
        return ALL ? many : few;
    }

    /** One in so many, or every one. */
    public static int oneIn(int some) {
        return ALL ? 1 : some;
    }

    /** The first and each so many further on, or all. */
    public static <T> List<T> of(List<T> all, int oneIn) {
        int step = oneIn(oneIn);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }
}
