package dev.iasql.aws.client;

import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Access keys a tenant stored; in clear only in memory.
 *
 * @param sessionToken of temporary keys, or {@code null}
 */
public record StoredKeys(String accessKeyId, String secretAccessKey, String sessionToken) {
  public StoredKeys {
    Objects.requireNonNull(accessKeyId, "access key id");
    Objects.requireNonNull(secretAccessKey, "secret access key");
  }

  AwsCredentials credentials() {
    return sessionToken == null
        ? AwsBasicCredentials.create(accessKeyId, secretAccessKey)
        : AwsSessionCredentials.create(accessKeyId, secretAccessKey, sessionToken);
  }

  @Override
  public String toString() {
    return "StoredKeys[hidden]";
  }
}
