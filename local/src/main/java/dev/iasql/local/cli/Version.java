package dev.iasql.local.cli;

import dev.iasql.local.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "iasql " + Versions.iasql(),
      "Java "
          + Runtime.version()
          + ", Postgres "
          + Versions.postgres()
          + ", Kafka "
          + Versions.kafka()
          + ", moto "
          + Versions.moto()
    };
  }
}
