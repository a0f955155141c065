package dev.iasql.aws.modules.account;

import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.AwsModule.SqlFunction;
import java.util.List;
import java.util.Map;

/** The module every AWS module depends on: accounts, their regions, and what the defaults are. */
public final class AccountModule {
  public static final AwsModule MODULE =
      new AwsModule(
          "aws_account",
          "1.0.0",
          "AWS accounts, how to sign in to them, and their regions",
          Map.of(),
          List.of(new AwsAccountResource(), new AwsRegionResource()),
          List.of(
              defaultOf("iasql_default_account", "The account of rows that name none."),
              defaultOf(
                  "iasql_default_region",
                  "The region of rows that name none: the default one of the default account.")));

  private AccountModule() {}

  private static SqlFunction defaultOf(String name, String description) {
    String example = "SELECT %s();".formatted(name);
    return new SqlFunction(name, "", description, example, "", true)
        .definedBeside(AccountModule.class);
  }
}
