package dev.iasql.aws.modules.account;

import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.Local;
import dev.iasql.aws.spi.OnlyOne;
import dev.iasql.aws.spi.Scope;

/** A region, as one account sees it. */
@CloudTable(
    name = "aws_region",
    scope = Scope.GLOBAL,
    comment = "A region of an account, and whether it is read.",
    checks = "is_enabled OR NOT is_default",
    example =
        """
        UPDATE aws_region SET is_default = (region = 'eu-west-1');
        UPDATE aws_region SET is_enabled = false WHERE region = 'us-east-1';
        """)
public record AwsRegion(
    @Column("Name of the region, such as eu-west-1.") @Key String region,
    @Column("Whether the resources of the region are rows of this database.") @Local
        boolean isEnabled,
    @Column("Whether rows that name no region belong to this one.") @Local @OnlyOne
        boolean isDefault,
    @Column(
            "Whether the account may use the region: opt-in-not-required, opted-in or"
                + " not-opted-in.")
        @Computed
        String optInStatus,
    @Column("Address of the EC2 API in the region.") @Computed String endpoint) {}
