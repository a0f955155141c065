package dev.iasql.local.process;

import dev.iasql.local.LaunchException;

/** Sees to it that a part can listen where it is to listen. */
public final class PortCheck {
  private PortCheck() {}

  /**
   * Returns if all ports of the part are free.
   *
   * @throws LaunchException that names the taken port and the part
   */
  public static void require(Part part) {
    for (int port : part.ports()) {
      if (!FreePort.isFree(port)) {
        throw new LaunchException(
            "port "
                + port
                + ", wanted for "
                + part.name()
                + ", is taken by another program. Stop that program, or move all ports: ./iasql up --port-base N");
      }
    }
  }
}
