package dev.iasql.aws.modules.vpc;

/**
 * EC2 has one parameter for gateways of several kinds and tells them by prefix; here each kind has
 * its column, so that it can be a foreign key.
 */
final class GatewayIds {
  private GatewayIds() {}

  static String internet(String gatewayId) {
    return ifPrefixed("igw-", gatewayId);
  }

  static String vpn(String gatewayId) {
    return ifPrefixed("vgw-", gatewayId);
  }

  static String endpoint(String gatewayId) {
    return ifPrefixed("vpce-", gatewayId);
  }

  static String either(String first, String second) {
    return first == null ? second : first;
  }

  private static String ifPrefixed(String prefix, String gatewayId) {
    return gatewayId != null && gatewayId.startsWith(prefix) ? gatewayId : null;
  }
}
