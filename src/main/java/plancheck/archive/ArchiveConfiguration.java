package plancheck.archive;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** How the archive stands in H2 and in PostgreSQL: the migrations, and what the two name differently. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories(basePackageClasses = ArchiveConfiguration.class)
public class ArchiveConfiguration extends AbstractJdbcConfiguration {
    private static final String MIGRATIONS = "classpath:plancheck/archive/";

    /** {@link DatabaseWatch} opens and closes it. */
    @Bean
    static BeanPostProcessor guardOfThePool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new GuardedDataSource(pool) : bean;
            }
        };
    }

    /** The common migrations, and those of the database at hand. */
    @Bean
    FlywayConfigurationCustomizer migrations(DataSource dataSource) {
        return flyway -> {
            boolean h2 = product(dataSource).equals("H2");
            flyway.locations(MIGRATIONS + "common", MIGRATIONS + (h2 ? "h2" : "postgresql"));
            flyway.ignoreMigrationPatterns(new String[0]); // what a later version has made is left alone
            flyway.placeholders(Map.of("bytes", h2 ? "binary large object" : "bytea"));
        };
    }

    /** Flyway would refuse too, in words that are for its own users. */
    @Bean
    FlywayMigrationStrategy forwardOnly() {
        return flyway -> {
            for (MigrationInfo migration : flyway.info().applied()) {
                if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                    throw new LaterDatabaseException(String.valueOf(migration.getVersion()));
                }
            }
            flyway.migrate();
        };
    }

    private static String product(DataSource dataSource) {
        try {
            String product = JdbcUtils.extractDatabaseMetaData(dataSource, m -> m.getDatabaseProductName());
            if (!List.of("H2", "PostgreSQL").contains(product)) {
                throw new IllegalStateException("plancheck keeps its data in H2 or PostgreSQL, not in " + product);
            }
            return product;
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }

    /** Without quotes each database finds the names in the case it keeps them in. */
    @Override
    public JdbcMappingContext jdbcMappingContext(
            Optional<NamingStrategy> naming, JdbcCustomConversions conversions, RelationalManagedTypes types) {
        JdbcMappingContext context = super.jdbcMappingContext(naming, conversions, types);
        context.setForceQuote(false);
        return context;
    }

    @Override
    protected List<?> userConverters() {
        return List.of(new BlobToBytes());
    }

    /** H2 hands out large values as blobs. */
    @ReadingConverter
    private static final class BlobToBytes implements Converter<Blob, byte[]> {
        @Override
        public byte[] convert(Blob blob) {
            try {
                return blob.getBytes(1, (int) blob.length());
            } catch (SQLException e) {
                throw new IllegalStateException("reading a large value", e);
            }
        }
    }
}
