package plancheck.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All accounts. None is ever deleted, so that the audit trail stays readable; they are disabled. */
public interface Accounts extends Repository<Account, UUID> {
    Optional<Account> findByLogin(String login);

    Optional<Account> findById(UUID id);

    List<Account> findAllByOrderByLogin();

    long count();

    /** @throws org.springframework.dao.OptimisticLockingFailureException when it was changed meanwhile */
    Account save(Account account);
}
