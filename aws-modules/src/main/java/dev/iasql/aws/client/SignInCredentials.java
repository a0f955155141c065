package dev.iasql.aws.client;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Credentials whose absence or refusal is told apart from a failed call.
 *
 * @param how for messages: {@code role arn:…}
 */
record SignInCredentials(String how, AwsCredentialsProvider source)
    implements AwsCredentialsProvider {

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return source.resolveCredentials();
    } catch (SignInFailedException e) {
      throw e;
    } catch (SdkException e) {
      throw new SignInFailedException(how, e);
    }
  }

  @Override
  public String toString() {
    return "SignInCredentials[" + how + "]";
  }
}
