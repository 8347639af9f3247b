package plancheck.dossier;

import org.jspecify.annotations.Nullable;

/** A JSON pointer that is only spelt out when somebody asks, so that hostile depth costs nothing. */
record Pointer(@Nullable Pointer above, String key) {
    static final Pointer ROOT = new Pointer(null, "");

    Pointer below(String key) {
        return new Pointer(this, key);
    }

    @Override
    public String toString() {
        return above == null ? "" : above + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
