package dev.iasql.aws.client;

import java.time.Duration;
import software.amazon.awssdk.core.exception.AbortedException;

/** Waiting between two looks at AWS. */
final class Pause {
  private Pause() {}

  static void of(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      // What the SDK itself throws when it is interrupted.
      throw AbortedException.create("interrupted while waiting for AWS", e);
    }
  }
}
