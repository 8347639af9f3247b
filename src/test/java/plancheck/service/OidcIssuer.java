package plancheck.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import plancheck.report.writing.Json;

/**
 * As much of an OpenID Connect provider as signing in takes: it asks nothing, but vouches for whoever is said to sit in
 * front of it.
 */
final class OidcIssuer implements AutoCloseable {
    static final String CLIENT = "plancheck";
    static final String SECRET = "a secret between the two";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile String login = "";
    private volatile boolean forging;

    private OidcIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    static OidcIssuer start() throws IOException, JOSEException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        OidcIssuer issuer =
                new OidcIssuer(server, new RSAKeyGenerator(2048).keyID("k1").generate());
        server.createContext("/.well-known/openid-configuration", issuer::configuration);
        server.createContext("/authorize", issuer::authorize);
        server.createContext("/token", issuer::token);
        server.createContext("/keys", exchange -> json(exchange, new JWKSet(issuer.key.toPublicJWK()).toString()));
        server.createContext("/userinfo", exchange -> json(exchange, Json.MAPPER.writeValueAsString(issuer.user())));
        server.start();
        return issuer;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who sits in front of the browser from now on. */
    void vouchesFor(String who) {
        login = who;
    }

    /** From now on its tokens answer a question that was never asked. */
    void forges(boolean on) {
        forging = on;
    }

    private Map<String, Object> user() {
        return Map.of("sub", "id-of-" + login, "preferred_username", login);
    }

    private void configuration(HttpExchange exchange) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("issuer", url());
        all.put("authorization_endpoint", url() + "/authorize");
        all.put("token_endpoint", url() + "/token");
        all.put("jwks_uri", url() + "/keys");
        all.put("userinfo_endpoint", url() + "/userinfo");
        all.put("response_types_supported", new String[] {"code"});
        all.put("subject_types_supported", new String[] {"public"});
        all.put("id_token_signing_alg_values_supported", new String[] {"RS256"});
        all.put("token_endpoint_auth_methods_supported", new String[] {"client_secret_basic"});
        json(exchange, Json.MAPPER.writeValueAsString(all));
    }

    /** Back to the service with a code, at once. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        String state = URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + state);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> given =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(given.getOrDefault("code", ""));
        if (asked == null || !asked.getOrDefault("redirect_uri", "").equals(given.get("redirect_uri"))) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        Map<String, Object> answer = Map.of(
                "access_token",
                UUID.randomUUID().toString(),
                "token_type",
                "Bearer",
                "expires_in",
                300,
                "id_token",
                idToken(asked.getOrDefault("nonce", "")));
        json(exchange, Json.MAPPER.writeValueAsString(answer));
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(CLIENT)
                .subject("id-of-" + login)
                .claim("preferred_username", login)
                .claim("nonce", forging ? "another" : nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            String[] sides = pair.split("=", 2);
            fields.put(decoded(sides[0]), sides.length > 1 ? decoded(sides[1]) : "");
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
