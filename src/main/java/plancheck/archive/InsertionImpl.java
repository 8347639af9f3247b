package plancheck.archive;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;

/** Found by Spring Data through its name. */
class InsertionImpl<T> implements Insertion<T> {
    private final JdbcAggregateOperations operations;

    InsertionImpl(JdbcAggregateOperations operations) {
        this.operations = operations;
    }

    @Override
    public T insert(T row) {
        return operations.insert(row);
    }
}
