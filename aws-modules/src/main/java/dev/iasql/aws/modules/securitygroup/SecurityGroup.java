package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.modules.vpc.Vpc;
import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsManaged;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.DefaultValue;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Label;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Required;
import dev.iasql.aws.spi.Since;
import dev.iasql.aws.spi.Tags;

@CloudTable(
    name = "security_group",
    type = "AWS::EC2::SecurityGroup",
    comment = "A firewall for network interfaces; its rules are in security_group_rule.",
    checks = {
      SecurityGroup.NAME_LENGTH,
      SecurityGroup.NAME_CHARACTERS,
      SecurityGroup.DESCRIPTION_LENGTH,
      SecurityGroup.DESCRIPTION_CHARACTERS
    },
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO security_group (group_name, description, vpc_id)
        VALUES ('web', 'What the internet may reach', 'new-main');
        """)
public record SecurityGroup(
    @AssignedId @Column("Id of the group.") String groupId,
    @Label @Required @Immutable @Column("Name, unique in the VPC.") String groupName,
    @Required
        @Immutable
        @DefaultValue("'Managed with IaSQL'")
        @Column("What the group is for; AWS demands a text.")
        String description,
    @Immutable @References(Vpc.class) @Column("VPC it belongs to; the default VPC if NULL.")
        String vpcId,
    @Computed @Column("Account that owns it.") String ownerId,
    @Since("1.1.0") @Computed @Column("ARN of the group.") String securityGroupArn,
    @AwsManaged @Column("Whether AWS made it with the VPC: true for the default one.")
        boolean awsManaged,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  /** A character EC2 allows in names and descriptions, as a regular expression of PostgreSQL. */
  static final String CHARACTER = "[]a-zA-Z0-9 ._:/()#,@[+=&;{}!$*-]";

  static final String CHARACTERS = "^" + CHARACTER + "*$";

  static final String NAME_LENGTH =
      "group_name NOT LIKE 'sg-%' AND length(group_name) BETWEEN 1 AND 255";
  static final String NAME_CHARACTERS = "group_name ~ '" + CHARACTERS + "'";
  static final String DESCRIPTION_LENGTH = "length(description) BETWEEN 1 AND 255";
  static final String DESCRIPTION_CHARACTERS = "description ~ '" + CHARACTERS + "'";

  public SecurityGroup {
    tags = tags == null ? Tags.NONE : tags;
  }
}
