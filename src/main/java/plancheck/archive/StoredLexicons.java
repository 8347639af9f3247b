package plancheck.archive;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All lexicons; one more with each rule book. */
public interface StoredLexicons extends Repository<StoredLexicon, String>, Insertion<StoredLexicon> {
    Optional<StoredLexicon> findById(String digest);

    boolean existsById(String digest);
}
