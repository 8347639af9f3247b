package plancheck.archive;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** At each start: secrets that an earlier version kept as they are get sealed, and those that no key opens are told of. */
@Component
class SealingOfSecrets implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealingOfSecrets.class);

    private final Webhooks webhooks;
    private final Secrets secrets;
    private volatile boolean running;

    SealingOfSecrets(Webhooks webhooks, Secrets secrets) {
        this.webhooks = webhooks;
        this.secrets = secrets;
    }

    @Override
    public void start() {
        running = true;
        int sealed = 0;
        for (Webhooks.StoredSecret kept : webhooks.secrets()) {
            if (!Secrets.isSealed(kept.secret())) {
                sealed += webhooks.reseal(kept.id(), kept.secret(), secrets.seal(kept.secret()));
            } else if (kept.enabled() && secrets.open(kept.secret()).isEmpty()) {
                LOG.error(
                        "the secret of webhook {} was sealed with another key than the one there is now (plancheck.key or"
                                + " plancheck.secrets.key): nothing can be sent to it until that key is put back or the"
                                + " webhook is set up anew",
                        kept.id());
            }
        }
        if (sealed > 0) {
            LOG.warn("secrets of webhooks that were kept as they are have been sealed: {}", sealed);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything is sent. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 5000;
    }
}
