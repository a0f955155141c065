package dev.iasql.aws.modules.vpc;

import java.net.InetAddress;
import java.net.UnknownHostException;
import software.amazon.awssdk.services.ec2.model.Route;

/** Where the traffic of a route goes: a range or a prefix list. */
record Destination(String text) {
  private static final String PREFIX_LIST = "pl-";

  static Destination of(Route route) {
    if (route.destinationPrefixListId() != null) {
      return new Destination(route.destinationPrefixListId());
    }
    return new Destination(
        route.destinationCidrBlock() != null
            ? route.destinationCidrBlock()
            : route.destinationIpv6CidrBlock());
  }

  String prefixList() {
    return text.startsWith(PREFIX_LIST) ? text : null;
  }

  String ipv6() {
    return text.indexOf(':') >= 0 ? text : null;
  }

  String ipv4() {
    return prefixList() == null && ipv6() == null ? text : null;
  }

  /** Whether it is the same, however it is spelled: IPv6 ranges have many spellings. */
  boolean isSameAs(Destination other) {
    if (ipv6() == null || other.ipv6() == null) {
      return text.equals(other.text);
    }
    return length().equals(other.length()) && address().equals(other.address());
  }

  private String length() {
    return text.substring(text.indexOf('/') + 1);
  }

  private InetAddress address() {
    String address = text.substring(0, text.indexOf('/'));
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is not an IPv6 range", e);
    }
  }
}
