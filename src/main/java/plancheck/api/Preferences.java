package plancheck.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client would like (RFC 7240); what is not known here is passed over. */
record Preferences(Set<String> wanted) {

    /** @param headers as many as were sent, null for none */
    static Preferences of(@Nullable List<String> headers) {
        return new Preferences((headers == null ? Stream.<String>empty() : headers.stream())
                .flatMap(header -> Stream.of(header.split(",")))
                .map(wish -> wish.split(";", 2)[0].replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean async() {
        return wanted.contains("respond-async");
    }

    boolean minimal() {
        return wanted.contains("return=minimal");
    }
}
