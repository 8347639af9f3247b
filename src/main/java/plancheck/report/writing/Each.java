package plancheck.report.writing;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** A list whose elements are made when they are asked for, one by one: a county's report has thousands. */
final class Each<A, B> extends AbstractList<B> implements RandomAccess {
    private final List<A> from;
    private final Function<A, B> made;

    Each(List<A> from, Function<A, B> made) {
        this.from = from;
        this.made = made;
    }

    @Override
    public B get(int index) {
        return made.apply(from.get(index));
    }

    @Override
    public int size() {
        return from.size();
    }
}
