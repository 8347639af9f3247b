package plancheck.service;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import plancheck.access.ElsewhereSignIn;
import plancheck.access.KeptSignIn;
import plancheck.access.Role;
import plancheck.access.Scope;
import plancheck.access.TooSoonException;
import plancheck.archive.Trouble;

/** Who may call what: programs by their token's scopes, people by their roles. Finer rules stand with each action. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Everything comes from the service itself; nothing inline is ever run. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private static final String OFFICER = Role.COUNTY_OFFICER.name();
    private static final String BUREAU = Role.BUREAU.name();
    private static final String REVIEWER = Role.REVIEWER.name();
    private static final String LEADER = Role.LEADER.name();
    private static final String AUDITOR = Role.AUDITOR.name();
    private static final String ADMIN = Role.ADMIN.name();

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder(); // BCrypt, and whatever follows it
    }

    /** Programs: no session, no cookie, a bearer token on each call. */
    @Bean
    @Order(1)
    SecurityFilterChain programChain(
            HttpSecurity http, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers)
            throws Exception {
        http.securityMatcher("/api/**", "/v3/**")
                .authorizeHttpRequests(calls -> calls.requestMatchers(reading(
                                "/api/v1/plans/**", "/api/v1/provisions/**", "/api/v1/rulebook/**", "/api/v1/works/**"))
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers(
                                "/api/v1/assessments/**",
                                "/api/v1/batches/**",
                                "/api/v1/projects/**",
                                "/api/v1/whatif/**")
                        .hasAuthority(scope(Scope.ASSESS))
                        .requestMatchers(reading("/api/v1/dossiers/**"))
                        .hasAuthority(scope(Scope.READ_DOSSIERS))
                        .requestMatchers("/api/v1/dossiers/**")
                        .hasAuthority(scope(Scope.WRITE_DOSSIERS))
                        .requestMatchers("/api/v1/webhooks/**")
                        .hasAuthority(scope(Scope.WEBHOOKS))
                        .requestMatchers(new UnansweredRequests(controllers))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.opaqueToken(token -> {})
                        .authenticationEntryPoint(SecurityConfiguration::noToken)
                        .accessDeniedHandler(SecurityConfiguration::notAllowed))
                .exceptionHandling(denied -> denied.authenticationEntryPoint(SecurityConfiguration::noToken)
                        .accessDeniedHandler(SecurityConfiguration::notAllowed))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // nothing that a browser sends by itself lets anybody in here
                .requestCache(cache -> cache.disable())
                .headers(SecurityConfiguration::headers);
        return http.build();
    }

    /** People: a session after signing in, and a token in each form. */
    @Bean
    @Order(2)
    SecurityFilterChain peopleChain(
            HttpSecurity http,
            KeptSignIn kept,
            ElsewhereSignIn elsewhere,
            ObjectProvider<ClientRegistrationRepository> providers,
            @Value("${server.servlet.session.cookie.secure:true}") boolean secure,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers)
            throws Exception {
        ReturnAddress returnAddress = new ReturnAddress(secure);
        DeniedAccess deniedAccess = new DeniedAccess(returnAddress);
        http.authorizeHttpRequests(pages -> pages.requestMatchers(
                                "/",
                                "/check/**",
                                "/part/**",
                                "/plans/**",
                                "/login",
                                "/error",
                                "/assets/**",
                                "/webjars/**")
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/account/**", "/home")
                        .authenticated()
                        .requestMatchers("/dossiers/**")
                        .hasRole(OFFICER)
                        .requestMatchers("/parts/**")
                        .hasRole(BUREAU)
                        .requestMatchers(reading("/review/**"))
                        .hasAnyRole(REVIEWER, LEADER, AUDITOR)
                        .requestMatchers("/review/**")
                        .hasAnyRole(REVIEWER, LEADER)
                        .requestMatchers("/files/**")
                        .hasAnyRole(OFFICER, REVIEWER, LEADER, AUDITOR)
                        .requestMatchers("/audit/**")
                        .hasRole(AUDITOR)
                        .requestMatchers("/admin/**")
                        .hasRole(ADMIN)
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers(new UnansweredRequests(controllers))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/home")
                        .failureHandler(SecurityConfiguration::wrong)
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(deniedAccess).accessDeniedHandler(deniedAccess))
                .securityContext(context -> context.securityContextRepository(kept))
                .requestCache(cache -> cache.requestCache(returnAddress))
                // The self-check keeps nothing and knows nobody, so there is nothing to forge a request for; and who
                // could forge one for
                // a part's link would have its secret.
                .csrf(csrf -> csrf.csrfTokenRepository(new PageToken(secure))
                        .ignoringRequestMatchers("/check/**", "/part/**"))
                .headers(SecurityConfiguration::headers);
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .defaultSuccessUrl("/home")
                    .failureHandler((request, response, e) -> response.sendRedirect("/login?elsewhere"))
                    .authorizationEndpoint(sent -> sent.authorizationRequestRepository(new PendingElsewhere(secure)))
                    .userInfoEndpoint(user -> user.oidcUserService(elsewhere)));
        }
        return http.build();
    }

    /** GET, and HEAD, which asks for the same without its content. */
    private static RequestMatcher reading(String... paths) {
        return new OrRequestMatcher(Stream.of(paths)
                .flatMap(path -> Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                        .map(method -> (RequestMatcher) PathPatternRequestMatcher.pathPattern(method, path)))
                .toList());
    }

    /** Nothing of it is kept in a session, which a stranger does not need. */
    private static void wrong(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof AuthenticationServiceException || Trouble.of(e).isPresent()) {
            response.sendRedirect("/login?away"); // nothing can be said of the password
        } else if (e instanceof TooSoonException soon) {
            response.sendRedirect("/login?wait=" + soon.held().toSeconds());
        } else {
            response.sendRedirect("/login?failed");
        }
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static String scope(Scope scope) {
        return "SCOPE_" + scope.id();
    }

    /** What is said to it stands with the API. */
    private static void noToken(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** Which scope is missing is told as in RFC 6750, section 3.1. */
    private static void notAllowed(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        missing(e).ifPresent(scope -> {
            request.setAttribute(Scope.MISSING, scope);
            response.setHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope.id() + "\"");
        });
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static Optional<Scope> missing(AccessDeniedException e) {
        return e instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
                ? Stream.of(Scope.values())
                        .filter(scope -> decision.getAuthorities().stream()
                                .anyMatch(asked -> scope(scope).equals(asked.getAuthority())))
                        .findFirst()
                : Optional.empty();
    }
}
