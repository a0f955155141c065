package dev.iasql.gateway.access;

import dev.iasql.gateway.GatewayConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The tokens callers show. Compared by their hashes and in constant time, so that neither their
 * length nor how much of a guess is right can be measured.
 *
 * <p>Not a singleton, because filters are made while the application is assembled, before there is
 * any configuration.
 */
@ApplicationScoped
class Tokens {
  private static final String SCHEME = "Bearer ";

  private final byte[] administrator;
  private final Optional<byte[]> viewer;

  Tokens(GatewayConfiguration configuration) {
    this.administrator = hash(configuration.token());
    this.viewer = configuration.viewerToken().map(Tokens::hash);
  }

  /**
   * @param authorization the header of that name, or {@code null}
   */
  Access access(String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Access.NONE;
    }
    byte[] shown = hash(authorization.substring(SCHEME.length()).strip());
    if (MessageDigest.isEqual(shown, administrator)) {
      return Access.ADMINISTER;
    }
    return viewer.filter(token -> MessageDigest.isEqual(shown, token)).isPresent()
        ? Access.READ
        : Access.NONE;
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
