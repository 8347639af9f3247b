package plancheck.archive;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;

/** Found by Spring Data through its name. */
class InsertingImpl<T> implements Inserting<T> {
    private final JdbcAggregateOperations operations;

    InsertingImpl(JdbcAggregateOperations operations) {
        this.operations = operations;
    }

    @Override
    public T insert(T row) {
        return operations.insert(row);
    }
}
