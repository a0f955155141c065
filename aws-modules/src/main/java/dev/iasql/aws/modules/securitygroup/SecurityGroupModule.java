package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.spi.AwsModule;
import java.util.List;
import java.util.Map;

/** Firewalls of network interfaces. */
public final class SecurityGroupModule {
  public static final AwsModule MODULE =
      new AwsModule(
          "aws_security_group",
          "1.0.0",
          "Security groups and their rules.",
          Map.of("aws_account", "^1.0.0", "aws_vpc", "^1.0.0"),
          List.of(new SecurityGroupResource(), new SecurityGroupRuleResource()),
          List.of());

  private SecurityGroupModule() {}
}
