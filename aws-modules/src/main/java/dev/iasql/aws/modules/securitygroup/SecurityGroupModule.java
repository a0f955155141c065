package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.spi.AwsModule;
import java.util.List;
import java.util.Map;

/** Firewalls of network interfaces. */
public final class SecurityGroupModule {
  public static final AwsModule MODULE =
      new AwsModule(
          "aws_security_group",
          "1.1.0",
          "Security groups and their rules.",
          Map.of("aws_account", "^1.0.0", "vpcs", "^1.0.0"),
          List.of("security_groups@1.0.0"),
          List.of("1.0.0"),
          List.of(new SecurityGroupResource(), new SecurityGroupRuleResource()),
          List.of());

  private SecurityGroupModule() {}
}
