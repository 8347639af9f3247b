package plancheck.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import plancheck.facts.Message;

/**
 * Seals what the service has to know word for word, as hashes will not do, so that whoever gets hold of the database
 * alone cannot read it: AES-256-GCM with a key from the settings, or from a file beside the database.
 */
@Component
public class Secrets {
    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final String SEALED = "sealed:";
    private static final int KEY = 32;

    private final BytesEncryptor sealing;

    /** @param key 32 bytes in Base64; empty for the file */
    Secrets(@Value("${plancheck.data}") Path data, @Value("${plancheck.secrets.key:}") String key) {
        byte[] bytes = key.isBlank() ? ofFile(new DataFolder(data).key()) : ofSetting(key);
        sealing = AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(bytes, "AES"))
                .build();
    }

    private static byte[] ofSetting(String key) {
        return decoded(key).orElseThrow(() -> new UnusableDataException(Message.of("archive.key-setting-malformed")));
    }

    private static Optional<byte[]> decoded(String key) {
        try {
            return Optional.of(Base64.getDecoder().decode(key.strip())).filter(bytes -> bytes.length == KEY);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Made at the first start. One that cannot be read is put aside: what it sealed is lost, all else is not. */
    private static byte[] ofFile(Path file) {
        try {
            if (Files.exists(file)) {
                Optional<byte[]> kept = decoded(Files.readString(file, StandardCharsets.ISO_8859_1));
                if (kept.isPresent()) {
                    return kept.get();
                }
                Path aside = file.resolveSibling(file.getFileName() + ".damaged");
                Files.move(file, aside, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                LOG.error("the key in {} is damaged; it was put aside as {} and a new one was made", file, aside);
            }
            byte[] made = KeyGenerators.secureRandom(KEY).generateKey();
            DataFolder.write(file, Base64.getEncoder().encodeToString(made) + "\n");
            return made;
        } catch (IOException e) {
            throw new UnusableDataException(Message.of("archive.key-unusable", file, String.valueOf(e)));
        }
    }

    public String seal(String plain) {
        return SEALED + Base64.getEncoder().encodeToString(sealing.encrypt(plain.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether it was sealed, with whatever key. */
    public static boolean isSealed(String kept) {
        return kept.startsWith(SEALED);
    }

    /** @return empty when it was sealed with another key */
    public Optional<String> open(String kept) {
        if (!isSealed(kept)) {
            return Optional.of(kept);
        }
        try {
            byte[] sealed = Base64.getDecoder().decode(kept.substring(SEALED.length()));
            return Optional.of(new String(sealing.decrypt(sealed), StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            LOG.debug("opening a secret", e); // the library wraps GeneralSecurityException
            return Optional.empty();
        }
    }
}
