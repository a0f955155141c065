package dev.iasql.aws.modules.securitygroup;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Protocols as EC2 spells them. */
final class IpProtocol {
  /** Those that EC2 names even if they were given by number. */
  private static final Map<String, String> NAMES =
      Map.of("6", "tcp", "17", "udp", "1", "icmp", "58", "icmpv6", "all", "-1");

  private static final Set<String> WITH_PORTS = Set.of("tcp", "udp", "icmp", "icmpv6");

  private IpProtocol() {}

  /** In EC2's spelling, or {@code null} for none. */
  static String spelled(String protocol) {
    if (protocol == null) {
      return null;
    }
    String lowerCase = protocol.toLowerCase(Locale.ROOT);
    return NAMES.getOrDefault(lowerCase, lowerCase);
  }

  /** Whether it has ports, or types and codes; EC2 says -1 or nothing where it has none. */
  static boolean hasPorts(String spelled) {
    return spelled != null && WITH_PORTS.contains(spelled);
  }
}
