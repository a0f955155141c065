package dev.iasql.aws.client;

import software.amazon.awssdk.core.exception.SdkException;

/** Removing what may be gone already. */
public final class Deletion {
  private Deletion() {}

  /** Runs the call; AWS answering that there is no such thing counts as done. */
  public static void run(Runnable call) {
    try {
      call.run();
    } catch (SdkException e) {
      if (!AwsFaults.isNotFound(e)) {
        throw e;
      }
    }
  }
}
