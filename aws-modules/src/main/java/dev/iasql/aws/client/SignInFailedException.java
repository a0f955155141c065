package dev.iasql.aws.client;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * No credentials could be had, so the call was never sent. The SDK has no type of its own for that
 * and would leave only the message to tell it from a broken connection.
 */
public final class SignInFailedException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  SignInFailedException(String how, SdkException cause) {
    super(
        SdkClientException.builder()
            .message("cannot sign in with %s: %s".formatted(how, AwsFaults.ownMessage(cause)))
            .cause(cause));
  }

  @Override
  public boolean retryable() {
    return false;
  }

  /** What AWS, or the SDK on this machine, said. */
  SdkException reason() {
    return (SdkException) getCause();
  }
}
