package dev.iasql.aws.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.module.ModuleBundle;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.ServerErrorMessage;

/** What AWS makes with a VPC holds it back no more in SQL than it does in AWS. */
class VpcDeletionIT {
  private static final String AS_AWS_MAKES_IT =
      """
      INSERT INTO public.aws_account (account_id, is_default) VALUES ('123456789012', true);
      INSERT INTO public.aws_region (region, account_id, is_enabled, is_default)
      VALUES ('us-east-1', '123456789012', true, true);
      SET search_path = public, pg_catalog;
      INSERT INTO vpc (vpc_id, cidr_block) VALUES ('vpc-1', '10.0.0.0/16');
      INSERT INTO route_table (route_table_id, vpc_id, aws_managed) VALUES ('rtb-1', 'vpc-1', true);
      INSERT INTO route_table_association (route_table_association_id, route_table_id, main, aws_managed)
      VALUES ('rtbassoc-1', 'rtb-1', true, true);
      INSERT INTO route (route_table_id, destination, local_target, aws_managed)
      VALUES ('rtb-1', '10.0.0.0/16', true, true);
      INSERT INTO network_acl (network_acl_id, vpc_id, is_default, aws_managed)
      VALUES ('acl-1', 'vpc-1', true, true);
      INSERT INTO network_acl_entry (network_acl_id, egress, rule_number, rule_action, cidr_block, aws_managed)
      VALUES ('acl-1', false, 32767, 'deny', '0.0.0.0/0', true),
        ('acl-1', false, 100, 'allow', '0.0.0.0/0', false);
      INSERT INTO security_group (group_id, group_name, vpc_id, aws_managed)
      VALUES ('sg-1', 'default', 'vpc-1', true);
      INSERT INTO security_group_rule (security_group_rule_id, group_id, ip_protocol, referenced_group_id)
      VALUES ('sgr-1', 'sg-1', '-1', 'sg-1');
      INSERT INTO subnet (subnet_id, vpc_id, cidr_block) VALUES ('subnet-1', 'vpc-1', '10.0.1.0/24');
      """;

  @Test
  void aVpcTakesAlongWhatAwsMadeButNotWhatTheUserMade() throws SQLException, IOException {
    TenantDatabase database = TenantDatabase.create("vpc_deletion");
    for (ModuleBundle bundle : Installation.USUAL.bundles()) {
      database.install(bundle);
    }
    try (Connection engine = database.engine();
        Connection user = database.user()) {
      new Sql(engine).run(AS_AWS_MAKES_IT);
      Sql sql = new Sql(user);

      assertThat(sql.refusal("DELETE FROM vpc"))
          .extracting(ServerErrorMessage::getSQLState, ServerErrorMessage::getTable)
          .containsExactly("23503", "subnet");
      sql.run("DELETE FROM subnet; DELETE FROM vpc;");

      assertThat(
              sql.rows(
                  """
                  SELECT (SELECT count(*) FROM route_table), (SELECT count(*) FROM route),
                    (SELECT count(*) FROM route_table_association), (SELECT count(*) FROM network_acl),
                    (SELECT count(*) FROM network_acl_entry), (SELECT count(*) FROM security_group),
                    (SELECT count(*) FROM security_group_rule)
                  """))
          .containsExactly("0|0|0|0|0|0|0");
    }
  }
}
