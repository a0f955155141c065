package dev.iasql.aws.client;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Making what takes more than one call, or whose answer can be lost. */
public final class Creation {
  private Creation() {}

  /**
   * Completes what a first call made. If that fails, it is removed again: nothing would know of it,
   * and the next commit would make another.
   */
  public static <R> R complete(Supplier<R> rest, Runnable undo) {
    try {
      return rest.get();
    } catch (RuntimeException failure) {
      try {
        undo.run();
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
      throw failure;
    }
  }

  /**
   * Whether what AWS says exists already was made by this very call: an attempt whose answer got
   * lost and was repeated by the SDK.
   */
  public static boolean wasOurs(SdkException failure) {
    return AwsFaults.isDuplicate(failure)
        && failure.numAttempts() != null
        && failure.numAttempts() > 1;
  }
}
