package dev.iasql.core.rest;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The tokens callers show. Compared by their hashes and in constant time, so that neither their
 * length nor how much of a guess is right can be measured.
 */
public final class BearerTokens {
  private static final String SCHEME = "Bearer ";

  private final Optional<byte[]> administrator;
  private final Optional<byte[]> viewer;

  /**
   * @param administrator may do everything; without one nobody may
   * @param viewer may only read
   */
  public BearerTokens(Optional<String> administrator, Optional<String> viewer) {
    this.administrator = administrator.map(BearerTokens::hash);
    this.viewer = viewer.map(BearerTokens::hash);
  }

  /**
   * @param authorization the header of that name, or {@code null}
   */
  public Access access(String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Access.NONE;
    }
    byte[] shown = hash(authorization.substring(SCHEME.length()).strip());
    if (is(administrator, shown)) {
      return Access.ADMINISTER;
    }
    return is(viewer, shown) ? Access.READ : Access.NONE;
  }

  /** The refusal of a caller without a token that is known here. */
  public static UserException unauthenticated() {
    return new UserException(
        ErrorCode.UNAUTHENTICATED,
        "the request carries no valid token",
        "Send the header Authorization: Bearer <token>; ./iasql env shows the token.");
  }

  /** The refusal of a caller who may only read. */
  public static UserException forbidden() {
    return new UserException(
        ErrorCode.FORBIDDEN,
        "the viewer's token may not change anything",
        "Use the administrator's token.");
  }

  private static boolean is(Optional<byte[]> token, byte[] shown) {
    return token.filter(known -> MessageDigest.isEqual(shown, known)).isPresent();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
