package dev.iasql.aws.modules.account;

import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.Label;
import dev.iasql.aws.spi.Local;
import dev.iasql.aws.spi.OnlyOne;
import dev.iasql.aws.spi.Scope;

/** An AWS account and how to sign in to it. */
@CloudTable(
    name = "aws_account",
    scope = Scope.ACCOUNT,
    comment = "An AWS account whose resources are rows of this database, and how to sign in to it.",
    checks = {
      "account_id ~ '^[0-9]{12}$'",
      "role_arn ~ '^arn:[a-z-]+:iam::[0-9]{12}:role/.+$'",
      "split_part(role_arn, ':', 5) = account_id"
    },
    example =
        """
        INSERT INTO aws_account (account_id, name, role_arn)
        VALUES ('210987654321', 'staging', 'arn:aws:iam::210987654321:role/iasql');
        """)
public record AwsAccount(
    @Column("Account id, 12 digits.") @Key String accountId,
    @Column("What you call the account.") @Local @Label String name,
    @Column(
            "Role to assume in the account; NULL to sign in with the keys set by"
                + " iasql_set_credentials or, without them, as the workers themselves.")
        @Local
        String roleArn,
    @Column("External id the role demands, if it does.") @Local String externalId,
    @Column("Whether rows that name no account belong to this one.") @Local @OnlyOne
        boolean isDefault,
    @Column("Identity IaSQL has in the account.") @Computed String arn) {}
