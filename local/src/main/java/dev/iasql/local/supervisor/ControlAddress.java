package dev.iasql.local.supervisor;

import dev.iasql.local.system.StateFolder;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where the supervisor of a state folder listens for orders: a socket that only its user can open.
 */
final class ControlAddress {
  /** The shortest limit that systems put on the path of a socket, less one. */
  private static final int LONGEST_PATH = 103;

  private ControlAddress() {}

  static UnixDomainSocketAddress of(StateFolder state) {
    Path inside = state.run().resolve("control.socket");
    if (inside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
      return UnixDomainSocketAddress.of(inside);
    }
    UUID name = UUID.nameUUIDFromBytes(inside.toString().getBytes(StandardCharsets.UTF_8));
    return UnixDomainSocketAddress.of(
        Path.of(System.getProperty("java.io.tmpdir"), "iasql-" + name + ".socket"));
  }
}
