package dev.iasql.local.system;

/**
 * Which part listens where: fixed distances from one number, so that moving that number moves all.
 *
 * @param base the gateway's port, the lowest of all
 */
public record PortPlan(int base) {
  public static final int DEFAULT_BASE = 15430;

  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65535;
  private static final int SPAN = 18;

  public PortPlan {
    if (base < LOWEST || base + SPAN > HIGHEST) {
      throw new IllegalArgumentException(
          "the port base must be from " + LOWEST + " to " + (HIGHEST - SPAN) + ", not " + base);
    }
  }

  public int gateway() {
    return base;
  }

  public int registry() {
    return base + 1;
  }

  public int postgres() {
    return base + 2;
  }

  public int kafka() {
    return base + 3;
  }

  public int kafkaController() {
    return base + 4;
  }

  public int emulator() {
    return base + 5;
  }

  public int install() {
    return base + 7;
  }

  public int sync() {
    return base + 8;
  }

  /** The port on which a service whose other port is given tells its health and metrics. */
  public int management(int servicePort) {
    return servicePort + 10;
  }
}
