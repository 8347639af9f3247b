package plancheck.archive;

/** For what is only ever added: there is no way to change or delete it. */
public interface Insertion<T> {
    /** @return the row as stored, with an id the database gave it */
    T insert(T row);
}
