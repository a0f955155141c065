package dev.iasql.aws.modules.securitygroup;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.Tags;
import java.util.Comparator;
import java.util.Locale;

/**
 * A rule as an object in the column {@code rules} of a security group.
 *
 * @param direction {@code ingress} or {@code egress}
 * @param protocol tcp, udp, icmp, icmpv6, the number of another one, or -1 for all
 * @param fromPort first port, or the ICMP type; none for other protocols
 * @param toPort last port, or the ICMP code; none for other protocols
 * @param source who is at the other end: an IPv4 or IPv6 range, a prefix list, a security group, or
 *     one of another account as {@code 123456789012/sg-…}
 * @param description what the rule is for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InlineRule(
    String direction,
    String protocol,
    Integer fromPort,
    Integer toPort,
    String source,
    String description)
    implements Comparable<InlineRule> {
  static final String INGRESS = "ingress";
  static final String EGRESS = "egress";

  private static final String GROUP = "sg-";
  private static final String PREFIX_LIST = "pl-";
  private static final String PLACEHOLDER = "new-";

  private static final Comparator<InlineRule> ORDER =
      comparing(InlineRule::direction, nullsFirst(naturalOrder()))
          .thenComparing(InlineRule::protocol, nullsFirst(naturalOrder()))
          .thenComparing(InlineRule::fromPort, nullsFirst(naturalOrder()))
          .thenComparing(InlineRule::toPort, nullsFirst(naturalOrder()))
          .thenComparing(InlineRule::source, nullsFirst(naturalOrder()))
          .thenComparing(InlineRule::description, nullsFirst(naturalOrder()));

  /** In EC2's spelling. */
  public InlineRule {
    protocol = IpProtocol.spelled(protocol);
    boolean ports = IpProtocol.hasPorts(protocol);
    fromPort = ports ? fromPort : null;
    toPort = ports ? toPort : null;
    boolean asItIs = source == null || source.startsWith(PLACEHOLDER);
    source = asItIs ? source : source.toLowerCase(Locale.ROOT);
    description = description == null || description.isEmpty() ? null : description;
  }

  @Override
  public int compareTo(InlineRule other) {
    return ORDER.compare(this, other);
  }

  boolean isEgress() {
    return EGRESS.equals(direction);
  }

  /** What it allows, whatever its description: EC2 has one rule of a kind. */
  InlineRule reach() {
    return new InlineRule(direction, protocol, fromPort, toPort, source, null);
  }

  /** The same with another id of a group at the other end. */
  InlineRule withGroup(String placeholder, String id) {
    return placeholder.equals(source)
        ? new InlineRule(direction, protocol, fromPort, toPort, id, description)
        : this;
  }

  /** As a row of the table other modules have for it. */
  SecurityGroupRule asRow(String groupId) {
    int slash = source.indexOf('/');
    boolean group = source.startsWith(GROUP) || source.startsWith(PLACEHOLDER);
    boolean peer = source.startsWith(GROUP, slash + 1) && slash > 0;
    boolean list = source.startsWith(PREFIX_LIST);
    boolean range = !group && !peer && !list;
    boolean ipv6 = source.indexOf(':') >= 0;
    return new SecurityGroupRule(
        null,
        groupId,
        isEgress(),
        protocol,
        fromPort,
        toPort,
        range && !ipv6 ? Cidr.of(source) : null,
        range && ipv6 ? Cidr.of(source) : null,
        list ? source : null,
        group ? source : null,
        peer ? source.substring(slash + 1) : null,
        peer ? source.substring(0, slash) : null,
        description,
        null,
        null,
        null,
        null,
        Tags.NONE);
  }
}
