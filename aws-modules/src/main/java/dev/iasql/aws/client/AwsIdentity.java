package dev.iasql.aws.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;

/** Who calls AWS, with the clients that call as it: one per service and region. */
final class AwsIdentity {
  private record Where(Class<? extends SdkClient> service, String region) {}

  private final AwsClients clients;
  private final AwsCredentialsProvider credentials;
  private final Map<Where, SdkClient> made = new ConcurrentHashMap<>();

  AwsIdentity(AwsClients clients, AwsCredentialsProvider credentials) {
    this.clients = clients;
    this.credentials = credentials;
  }

  <B extends AwsClientBuilder<B, C>, C extends SdkClient> C client(
      Class<C> service, Supplier<B> builder, String region) {
    return service.cast(
        made.computeIfAbsent(
            new Where(service, region),
            where -> clients.build(builder.get(), credentials, region)));
  }
}
