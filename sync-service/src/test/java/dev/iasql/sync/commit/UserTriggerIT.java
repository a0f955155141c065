package dev.iasql.sync.commit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A trigger of the user's runs in the engine's session when a real id cascades into the user's
 * table. What it changes there must not let the user's code run with the engine's rights.
 */
class UserTriggerIT {
  private final CommitSystem system = CommitSystem.shared();

  @BeforeEach
  void clean() {
    system.clean();
  }

  @AfterEach
  void dropTheTrap() {
    system.sql("DROP TABLE public.note", "DROP SCHEMA trap CASCADE");
  }

  @Test
  void theEngineUsesNoOperatorsOfTheUsers() {
    system.sql(
        "CREATE SCHEMA trap",
        "CREATE TABLE trap.sprung (who text)",
        "GRANT USAGE ON SCHEMA trap TO PUBLIC",
        "GRANT INSERT ON trap.sprung TO PUBLIC",
        """
        CREATE FUNCTION trap.same(bigint, bigint) RETURNS boolean LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO trap.sprung VALUES (current_user);
          RETURN $1 OPERATOR(pg_catalog.=) $2;
        END $$
        """,
        "CREATE OPERATOR trap.= (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = trap.same)",
        """
        CREATE TABLE public.note (
          vpc_id text, region text DEFAULT 'us-east-1', account_id text DEFAULT '123456789012',
          FOREIGN KEY (vpc_id, region, account_id) REFERENCES public.vpc ON UPDATE CASCADE)
        """,
        """
        CREATE FUNCTION trap.set() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          SET search_path = trap, pg_catalog;
          RETURN NULL;
        END $$
        """,
        "CREATE TRIGGER set AFTER UPDATE ON public.note FOR EACH ROW EXECUTE FUNCTION trap.set()",
        "INSERT INTO vpc (vpc_id, cidr_block) VALUES ('new-trapped', '10.77.0.0/16')",
        "INSERT INTO public.note (vpc_id) VALUES ('new-trapped')");

    assertThat(system.commit())
        .allSatisfy(row -> assertThat(row.path("status").asText()).isEqualTo("done"));

    assertThat(system.value("SELECT vpc_id FROM public.note")).startsWith("vpc-");
    assertThat(system.column("SELECT who FROM trap.sprung")).isEmpty();
  }
}
