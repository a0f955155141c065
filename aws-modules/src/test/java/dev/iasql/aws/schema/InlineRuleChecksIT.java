package dev.iasql.aws.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.iasql.core.module.ModuleBundle;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in the column {@code rules} of a security group. */
class InlineRuleChecksIT {
  private static final String INSERT =
      "INSERT INTO security_group (group_id, group_name, rules) VALUES ('new-me', 'me', '%s')";

  private static Connection user;

  @BeforeAll
  static void install() throws SQLException, IOException {
    TenantDatabase database = TenantDatabase.create("inline_rules");
    for (ModuleBundle bundle : Installation.ALTERNATIVE.bundles()) {
      database.install(bundle);
    }
    try (Connection engine = database.engine()) {
      new Sql(engine)
          .run(
              """
              INSERT INTO public.aws_account (account_id, is_default) VALUES ('123456789012', true);
              INSERT INTO public.aws_region (region, account_id, is_enabled, is_default)
              VALUES ('us-east-1', '123456789012', true, true);
              """);
    }
    user = database.user();
    user.setAutoCommit(false);
  }

  @AfterAll
  static void close() throws SQLException {
    user.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        """
        [{"direction": "ingress", "protocol": "tcp", "from_port": 0, "to_port": 65535, "source": "10.0.0.0/8"}]
        """,
        """
        [{"direction": "egress", "protocol": "-1", "source": "2001:DB8::/32", "description": "It is [ok]"},
         {"direction": "ingress", "protocol": "icmp", "from_port": 8, "to_port": -1, "source": "pl-1a"}]
        """,
        """
        [{"direction": "egress", "protocol": "47", "source": "sg-1a", "description": null},
         {"direction": "egress", "protocol": "all", "source": "123456789012/sg-1a"},
         {"direction": "egress", "protocol": "all", "source": "new-me"}]
        """
      })
  void isAllowed(String rules) throws SQLException {
    assertThatCode(() -> new Sql(user).run(INSERT.formatted(rules))).doesNotThrowAnyException();
    user.rollback();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[1]",
        "[[]]",
        """
        [{"protocol": "-1", "source": "10.0.0.0/8"}]
        """,
        """
        [{"direction": "in", "protocol": "-1", "source": "10.0.0.0/8"}]
        """,
        """
        [{"direction": 1, "protocol": "-1", "source": "10.0.0.0/8"}]
        """,
        """
        [{"direction": "egress", "source": "10.0.0.0/8"}]
        """,
        """
        [{"direction": "egress", "protocol": "carrier pigeon", "source": "10.0.0.0/8"}]
        """,
        """
        [{"direction": "egress", "protocol": "-1"}]
        """,
        """
        [{"direction": "egress", "protocol": "-1", "source": "anywhere"}]
        """,
        """
        [{"direction": "egress", "protocol": "-1", "source": "new-other"}]
        """,
        """
        [{"direction": "egress", "protocol": "tcp", "source": "10.0.0.0/8"}]
        """,
        """
        [{"direction": "egress", "protocol": "TCP", "from_port": 2, "to_port": 1, "source": "10.0.0.0/8"}]
        """,
        """
        [{"direction": "egress", "protocol": "tcp", "from_port": 1, "to_port": 65536, "source": "10.0.0.0/8"}]
        """,
        """
        [{"direction": "egress", "protocol": "tcp", "from_port": "1", "to_port": "2", "source": "10.0.0.0/8"}]
        """,
        """
        [{"direction": "egress", "protocol": "-1", "source": "10.0.0.0/8", "port": 80}]
        """,
        """
        [{"direction": "egress", "protocol": "-1", "source": "10.0.0.0/8", "description": "<b>"}]
        """
      })
  void isRefused(String rules) throws SQLException {
    assertThat(new Sql(user).refusal(INSERT.formatted(rules)).getSQLState()).isEqualTo("23514");
    user.rollback();
  }
}
