package plancheck.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All accounts. None is ever deleted, so that the audit trail stays readable; they are disabled. */
public interface Accounts extends Repository<Account, UUID> {
    Optional<Account> findByLogin(String login);

    Optional<Account> findById(UUID id);

    List<Account> findAllByOrderByLogin();

    long count();

    /**
     * Counts one more wrong password, and locks the account with every {@code attempts}th. One statement, so that none
     * is lost when many come at once.
     *
     * @return how many accounts have that login: one or none
     */
    @Modifying
    @Query("""
            update account set failed_logins = failed_logins + 1, version = version + 1,
                locked_until = case when mod(failed_logins + 1, :attempts) = 0 then :until else locked_until end
            where login = :login""")
    int failed(String login, int attempts, Instant until);

    /** Forgets the wrong passwords so far. */
    @Modifying
    @Query("update account set failed_logins = 0, locked_until = null, version = version + 1 where login = :login")
    int forgive(String login);

    /** @throws org.springframework.dao.OptimisticLockingFailureException when it was changed meanwhile */
    Account save(Account account);
}
