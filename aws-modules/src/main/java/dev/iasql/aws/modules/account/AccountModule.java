package dev.iasql.aws.modules.account;

import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.AwsModule.SqlFunction;
import java.util.List;
import java.util.Map;

/** The module every AWS module depends on: accounts, their regions, and what the defaults are. */
public final class AccountModule {
  private AccountModule() {}

  public static AwsModule module() {
    return new AwsModule(
        "aws_account",
        "1.0.0",
        "AWS accounts, how to sign in to them, and their regions",
        Map.of(),
        List.of(new AwsAccountTable(), new AwsRegionTable()),
        List.of(
            SqlFunction.beside(AccountModule.class, "iasql_default_account", true),
            SqlFunction.beside(AccountModule.class, "iasql_default_region", true)));
  }
}
