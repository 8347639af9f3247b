package plancheck.proof;

import java.util.Optional;
import plancheck.rulebook.Indicator;

/**
 * One thing that a dossier may say.
 *
 * @param of whose it is: empty for the place, a kind of item, or {@code project}
 * @param id of the indicator, or of the work whose stage it is
 * @param part of an answer in parts; else empty
 * @param year of a figure of a place; 0 for what is said once
 * @param indicator none for the stage of a work
 */
record Unknown(String of, String id, String part, int year, Optional<Indicator> indicator) {
    static final String PROJECT = "project";

    static Unknown figure(String of, Indicator indicator, int year) {
        return new Unknown(of, indicator.id(), "", of.isEmpty() ? year : 0, Optional.of(indicator));
    }

    static Unknown answer(String of, Indicator indicator, String part) {
        return new Unknown(of, indicator.id(), part, 0, Optional.of(indicator));
    }

    static Unknown stage(String work) {
        return new Unknown("", work, "", 0, Optional.empty());
    }

    /** The same figure of another year, or another figure of the same year. */
    Unknown with(Indicator other, int of) {
        return new Unknown(this.of, other.id(), part, of, Optional.of(other));
    }

    String name() {
        return of + "|" + id + "|" + part + "|" + year;
    }

    /** By its name: an indicator is the same wherever it is named. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Unknown that
                && year == that.year
                && id.equals(that.id)
                && of.equals(that.of)
                && part.equals(that.part);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(of, id, part, year);
    }
}
