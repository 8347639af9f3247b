package plancheck.api.frame;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client would like (RFC 7240); what is not known here is passed over. */
public record Preferences(Set<String> wanted) {

    /** @param headers as many as were sent, null for none */
    public static Preferences of(@Nullable List<String> headers) {
        return new Preferences((headers == null ? Stream.<String>empty() : headers.stream())
                .flatMap(header -> Stream.of(header.split(",")))
                .map(wish -> wish.split(";", 2)[0].replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean async() {
        return wanted.contains("respond-async");
    }

    public boolean minimal() {
        return wanted.contains("return=minimal");
    }
}
