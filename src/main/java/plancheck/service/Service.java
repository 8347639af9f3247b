package plancheck.service;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.support.TaskUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import plancheck.archive.DatabaseFile;
import plancheck.archive.LaterDatabaseException;
import plancheck.archive.Trouble;
import plancheck.archive.UnusableDataException;
import plancheck.check.ComplianceCheck;
import plancheck.door.OutOfMemory;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Message;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.HandedInReader;

/** The service: pages, API and store around one rule book. */
@SpringBootApplication(
        scanBasePackages = {
            "plancheck.access",
            "plancheck.api",
            "plancheck.archive",
            "plancheck.door",
            "plancheck.service",
            "plancheck.web",
            "plancheck.webhook",
            "plancheck.workflow"
        },
        exclude = UserDetailsServiceAutoConfiguration.class)
@EnableScheduling
public class Service {

    /**
     * A service that is running.
     *
     * @param port it listens on
     */
    public record RunningService(ConfigurableApplicationContext context, int port) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }

        /** The first administrator's password, once, after the very first start. */
        public Optional<String> firstPassword() {
            return context.getBean(FirstPassword.class).take();
        }

        /** Waits until it is stopped. */
        public void join() throws InterruptedException {
            CountDownLatch stopped = new CountDownLatch(1);
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    stopped.countDown();
                }
            });
            stopped.await();
        }
    }

    /** Starts the service with a rule book that has been read already, and further Spring properties. */
    public static RunningService start(RuleBook book, Settings settings, Map<String, Object> more) {
        return start(CompletableFuture.completedFuture(book), settings, more);
    }

    /** Starts the service while its rule book is still being read, which saves a second; fails if that fails. */
    public static RunningService start(CompletableFuture<RuleBook> book, Settings settings, Map<String, Object> more) {
        // While the build prepares the start, nothing is opened, and no folder made.
        DatabaseFile file =
                Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING) ? DatabaseFile.none() : settings.open();
        try {
            return started(book, file, settings, more);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static RunningService started(
            CompletableFuture<RuleBook> book, DatabaseFile file, Settings settings, Map<String, Object> more) {
        Map<String, Object> properties = settings.properties();
        properties.putAll(more);
        SpringApplication application = new SpringApplicationBuilder(Service.class)
                .main(PreparedStart.class)
                .logStartupInfo(false)
                .registerShutdownHook(true)
                .bannerMode(Banner.Mode.OFF)
                .properties(properties)
                .listeners(new PreparedStart())
                .initializers(context -> given((GenericApplicationContext) context, book, file))
                .build();
        ConfigurableApplicationContext context = application.run();
        Environment environment = context.getEnvironment();
        return new RunningService(context, Integer.parseInt(environment.getProperty("local.server.port", "0")));
    }

    /** Rule book and database file come from outside at each start, so the build prepares nothing for them. */
    private static void given(GenericApplicationContext context, CompletableFuture<RuleBook> book, DatabaseFile file) {
        context.registerBean("ruleBook", RuleBook.class, book::join, Service::givenEachTime);
        context.registerBean("databaseFile", DatabaseFile.class, () -> file, Service::givenEachTime);
        // The file's last state is noted when it is closed, and so after the pool of connections is.
        context.addBeanFactoryPostProcessor(beans -> beans.registerDependentBean("databaseFile", "dataSource"));
    }

    private static void givenEachTime(BeanDefinition bean) {
        bean.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true);
    }

    /** Why it did not start, when that lies with its data folder or its database file. */
    public static Optional<Message> unusableData(Throwable failure) {
        return failure instanceof UnusableDataException data ? Optional.of(data.message()) : Optional.empty();
    }

    /** Why it did not start, when that is because the database cannot be reached, has no room or is damaged. */
    public static Optional<Message> databaseTrouble(Throwable failure) {
        return Trouble.of(failure).map(Trouble::brief);
    }

    /** Whether this is why it did not start: its database was made by a later version of plancheck. */
    public static boolean isOfLaterDatabase(Throwable failure) {
        return failure instanceof LaterDatabaseException;
    }

    /** As fine as the archive keeps times, so that what is answered at once is what is read again later. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    /** Work that nobody waits for fails into the log; only memory that is used up must not. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer scheduledFailures() {
        return scheduler -> scheduler.setErrorHandler(failure -> {
            OutOfMemory.endIf(failure);
            TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.handleError(failure);
        });
    }

    @Bean
    DossierReader dossierReader(RuleBook book) {
        return new DossierReader(book);
    }

    @Bean
    HandedInReader handedInReader(RuleBook book) {
        return new HandedInReader(book);
    }

    @Bean
    ComplianceCheck complianceCheck(RuleBook book) {
        return new ComplianceCheck(book);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
