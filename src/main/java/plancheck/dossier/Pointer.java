package plancheck.dossier;

import org.jspecify.annotations.Nullable;

/**
 * A JSON pointer that is only spelt out when somebody asks, so that hostile depth costs nothing.
 *
 * @param key of a field; null below a list
 * @param index in the list above
 */
public record Pointer(@Nullable Pointer above, @Nullable String key, int index) {
    public static final Pointer ROOT = new Pointer(null, null, 0);

    public Pointer below(String key) {
        return new Pointer(this, key, 0);
    }

    public Pointer below(int index) {
        return new Pointer(this, null, index);
    }

    /** The number of the entry that it is a field of, counted from 1. */
    public int row() {
        return above == null ? 0 : above.index + 1;
    }

    /** The key or index at its end. */
    public String lastStep() {
        return key == null ? String.valueOf(index) : key;
    }

    @Override
    public String toString() {
        return above == null
                ? ""
                : above + "/" + (key == null ? index : key.replace("~", "~0").replace("/", "~1"));
    }
}
