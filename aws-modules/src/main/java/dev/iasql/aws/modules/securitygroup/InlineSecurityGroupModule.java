package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.spi.AwsModule;
import java.util.List;
import java.util.Map;

/** Firewalls of network interfaces, one row each. */
public final class InlineSecurityGroupModule {
  public static final AwsModule MODULE =
      new AwsModule(
          "aws_security_group_inline",
          "1.0.0",
          "Security groups with their rules in one column.",
          Map.of("aws_account", "^1.0.0", "vpcs", "^1.0.0"),
          List.of("security_groups@1.0.0"),
          List.of(),
          List.of(new InlineSecurityGroupResource()),
          List.of());

  private InlineSecurityGroupModule() {}
}
