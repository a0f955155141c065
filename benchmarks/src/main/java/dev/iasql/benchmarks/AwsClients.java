package dev.iasql.benchmarks;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** EC2 clients of the plain program that is the baseline. */
final class AwsClients implements AutoCloseable {
  private final URI endpoint;
  private final SdkHttpClient http = ApacheHttpClient.builder().maxConnections(32).build();

  AwsClients(URI endpoint) {
    this.endpoint = endpoint;
  }

  Ec2Client ec2(String region) {
    return Ec2Client.builder()
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .httpClient(http)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }

  @Override
  public void close() {
    http.close();
  }
}
