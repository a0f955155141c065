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
import dev.iasql.aws.spi.Tags;
import java.util.List;

@CloudTable(
    name = "security_group",
    type = {
      "AWS::EC2::SecurityGroup",
      "AWS::EC2::SecurityGroupIngress",
      "AWS::EC2::SecurityGroupEgress"
    },
    comment = "A firewall for network interfaces, with its rules.",
    checks = {
      SecurityGroup.NAME_LENGTH,
      SecurityGroup.NAME_CHARACTERS,
      SecurityGroup.DESCRIPTION_LENGTH,
      SecurityGroup.DESCRIPTION_CHARACTERS,
      "jsonb_typeof(rules) = 'array' AND NOT jsonb_path_exists(rules,"
          + " 'strict $[*] ? (@.type() != \"object\")')",
      "NOT jsonb_path_exists(rules, '$[*].keyvalue() ? (!("
          + "@.key like_regex \"^(direction|protocol|source)$\" && @.value.type() == \"string\""
          + " || @.key like_regex \"^(from|to)_port$\""
          + " && (@.value.type() == \"number\" || @.value.type() == \"null\")"
          + " || @.key == \"description\""
          + " && (@.value.type() == \"string\" || @.value.type() == \"null\")))')",
      "NOT jsonb_path_exists(rules, '$[*] ? (!(@.direction like_regex \"^(ingress|egress)$\"))')",
      "NOT jsonb_path_exists(rules, '$[*] ? (!(@.protocol like_regex"
          + " \"^(-1|all|[0-9]+|tcp|udp|icmp|icmpv6)$\" flag \"i\"))')",
      "NOT jsonb_path_exists(rules, '$[*] ? (@.protocol like_regex \"^(tcp|6|udp|17)$\" flag \"i\""
          + " && !(@.from_port >= 0 && @.to_port >= @.from_port && @.to_port <= 65535))')",
      "NOT jsonb_path_exists(rules, '$[*] ? (@.protocol like_regex \"^(icmp|1|icmpv6|58)$\""
          + " flag \"i\" && !(@.from_port >= -1 && @.from_port <= 255 && @.to_port >= -1"
          + " && @.to_port <= 255))')",
      "NOT jsonb_path_exists(rules, '$[*] ? (!(@.source like_regex \"^([0-9.]+/[0-9]+"
          + "|[0-9a-f:.]+/[0-9]+|pl-[0-9a-f]+|([0-9]{12}/)?sg-[0-9a-f]+)$\" flag \"i\""
          + " || @.source == $own))', jsonb_build_object('own', group_id))",
      "NOT jsonb_path_exists(rules, '$[*].description ? (@.type() != \"null\""
          + " && !(@ like_regex \"^"
          + SecurityGroup.CHARACTER
          + "{0,255}$\"))')"
    },
    example =
        """
        INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-main', '10.0.0.0/16');
        INSERT INTO security_group (group_id, group_name, vpc_id, rules)
        VALUES ('new-web', 'web', 'new-main', '[
          {"direction": "ingress", "protocol": "tcp", "from_port": 443, "to_port": 443, "source": "0.0.0.0/0"},
          {"direction": "ingress", "protocol": "-1", "source": "new-web", "description": "each other"},
          {"direction": "egress", "protocol": "-1", "source": "0.0.0.0/0"}]');
        """)
public record InlineSecurityGroup(
    @AssignedId @Column("Id of the group.") String groupId,
    @Label @Required @Immutable @Column("Name, unique in the VPC.") String groupName,
    @Required
        @Immutable
        @DefaultValue("'Managed with IaSQL'")
        @Column("What the group is for; AWS demands a text.")
        String description,
    @Immutable @References(Vpc.class) @Column("VPC it belongs to; the default VPC if NULL.")
        String vpcId,
    @Column(
            "All rules, an array of objects with direction (ingress or egress), protocol,"
                + " from_port, to_port, source and description; their order does not matter. The"
                + " source is an address range, a prefix list, a security group that exists or the"
                + " group itself. NULL at creation for what AWS makes: everything may go out.")
        List<InlineRule> rules,
    @Computed @Column("Account that owns it.") String ownerId,
    @Computed @Column("ARN of the group.") String securityGroupArn,
    @AwsManaged @Column("Whether AWS made it with the VPC: true for the default one.")
        boolean awsManaged,
    @DefaultValue("'{}'") @Column("Tags.") Tags tags) {

  public InlineSecurityGroup {
    rules = rules == null ? null : rules.stream().distinct().sorted().toList();
    tags = tags == null ? Tags.NONE : tags;
  }

  /** The same under the id AWS gave it, which its rules may mean too. */
  InlineSecurityGroup made(String id) {
    return new InlineSecurityGroup(
        id,
        groupName,
        description,
        vpcId,
        rules == null ? null : rules.stream().map(r -> r.withGroup(groupId, id)).toList(),
        ownerId,
        securityGroupArn,
        awsManaged,
        tags);
  }
}
