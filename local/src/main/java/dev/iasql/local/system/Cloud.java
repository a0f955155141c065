package dev.iasql.local.system;

import java.net.URI;
import java.util.Optional;

/** The AWS the system works on. */
public sealed interface Cloud {

  /**
   * The emulator started with the system.
   *
   * @param seeded whether it starts with sample networks
   */
  record Emulator(boolean seeded) implements Cloud {}

  /** An emulator somebody else runs. */
  record Endpoint(URI address) implements Cloud {}

  /** AWS itself, with the credentials the SDK finds for this user. */
  record Aws(Optional<String> profile) implements Cloud {}
}
