package dev.iasql.gateway.api;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param limit the most items to answer
 * @param after the key of the last item of the page before
 */
record PageRequest(int limit, Optional<String> after) {
  static final String DEFAULT_LIMIT = "50";
  private static final int MOST = 200;

  /**
   * @throws UserException if the limit is out of bounds or the cursor is not one of ours
   */
  static PageRequest of(String limit, String cursor) {
    return new PageRequest(limit(limit), Optional.ofNullable(cursor).map(PageRequest::key));
  }

  static String cursor(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw badLimit(e);
    }
    throw badLimit(null);
  }

  private static UserException badLimit(Throwable cause) {
    return new UserException(
        ErrorCode.INVALID_REQUEST,
        "limit is not a number from 1 to " + MOST,
        null,
        "Leave it out for %s items a page.".formatted(DEFAULT_LIMIT),
        cause);
  }

  private static String key(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw badCursor(e);
    }
  }

  static UserException badCursor(Throwable cause) {
    return new UserException(
        ErrorCode.INVALID_REQUEST,
        "cursor is not one this API has given out",
        null,
        "Take it from the field next of the page before.",
        cause);
  }
}
