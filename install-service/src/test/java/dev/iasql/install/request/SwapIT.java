package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.event.Topics;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.RequestQueue;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.Work;
import dev.iasql.install.support.CatalogueDump;
import dev.iasql.install.support.Pipeline;
import dev.iasql.install.support.Servers;
import dev.iasql.install.support.Sql;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.ServerErrorMessage;

/** One module takes the place of another, or everything stays as it is. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SwapIT extends TenantTest {
  private static final String ROWS =
      """
      INSERT INTO public.tank (tank_id, volume) VALUES ('main', 7), ('other', 300);
      INSERT INTO cloud.tank (tank_id, volume) SELECT tank_id, volume FROM public.tank;
      """;

  @BeforeEach
  void install() throws SQLException {
    run("SELECT * FROM iasql_install('tank', 'newt')");
    try (Connection engine = tenants.asEngine(tenant)) {
      Sql.run(
          engine,
          ROWS
              + """
          INSERT INTO public.newt (newt_id) VALUES ('n1');
          INSERT INTO cloud.newt TABLE public.newt;
          """);
    }
    use(new Pipeline(tenant, tenants.rounds(), SwapIT::importWaters));
  }

  @Test
  void whatStaysHangsOnWhatHasCome() throws SQLException {
    assertThat(rows("SELECT * FROM iasql_swap('tank', 'bowl')"))
        .containsExactly(
            "removed|tank|tank|2|null", "kept|newt|null|null|null", "installed|bowl|tank|2|null");
    assertThat(rows("SELECT module_name, reason FROM iasql_modules_installed()"))
        .containsExactlyInAnyOrder("pond|no longer needed", "newt|requested", "bowl|requested");
    assertThat(rows("SELECT module_name, dependency, requirement FROM iasql.module_dependency"))
        .containsExactly("newt|bowl|waters");
    assertThat(one("SELECT volume FROM newt_street")).isEqualTo("7");
    assertThat(one("SELECT newt_litres('n1')")).isEqualTo("7");
    run("UPDATE tank SET volume = 8 WHERE tank_id = 'main'");
    assertThat(one("SELECT volume FROM newt_home")).isEqualTo("8");
    assertThat(refusal("INSERT INTO newt VALUES ('n2', 'nowhere')").getSQLState())
        .isEqualTo("23503");
    run("UPDATE tank SET tank_id = 'renamed' WHERE tank_id = 'main'");
    assertThat(one("SELECT tank_id FROM newt")).isEqualTo("renamed");
    assertThat(
            rows(
                "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = 'tank'::regclass"))
        .containsExactly("newt_goes_with_tank");
    run("INSERT INTO pond VALUES ('p'); DELETE FROM pond");
    run("SELECT * FROM iasql_uninstall(true, 'newt', 'bowl', 'pond')");
  }

  @Test
  void thereAndBackIsWhereItBegan() throws SQLException {
    List<String> before = dump();
    run("SELECT * FROM iasql_swap('tank', 'bowl')");
    assertThat(dump()).isNotEqualTo(before);
    run("SELECT * FROM iasql_swap('bowl', 'tank')");
    assertThat(dump()).isEqualTo(before);
    assertThat(rows("SELECT tank_id, volume FROM tank ORDER BY 1"))
        .containsExactly("main|7", "other|300");
    assertThat(one("SELECT volume FROM newt_home")).isEqualTo("7");
    run("SELECT * FROM iasql_uninstall('newt', 'tank')");
  }

  @Test
  void modulesMadeByAnyoneAreSwappedWithTheirOwnRights() throws SQLException {
    run("SELECT * FROM iasql_install('olm')");
    run("INSERT INTO olm VALUES ('f1', 'main')");
    List<String> before = dump();
    run("SELECT * FROM iasql_swap('tank', 'bowl')");
    assertThat(one("SELECT volume FROM olm_home")).isEqualTo("7");
    assertThat(one("SELECT olms()")).isEqualTo("1");
    run("UPDATE tank SET tank_id = 'new' WHERE tank_id = 'main'");
    assertThat(one("SELECT tank_id FROM olm")).isEqualTo("new");
    run("UPDATE tank SET tank_id = 'main' WHERE tank_id = 'new'");
    run("SELECT * FROM iasql_swap('bowl', 'tank')");
    assertThat(dump()).isEqualTo(before);
    assertThat(rows("SELECT action, module_name, record_count FROM iasql_swap('olm', 'siren')"))
        .containsExactly("removed|olm|1", "installed|siren|0");
    run("SELECT * FROM iasql_swap('siren', 'olm')");
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void anImportThatFailsLeavesEverythingAsItWas() throws SQLException {
    run("CREATE TABLE mine (tank_id text REFERENCES tank ON UPDATE CASCADE)");
    run("CREATE VIEW tanks AS SELECT * FROM big_tank");
    run("INSERT INTO tank (tank_id) VALUES ('new-1'); INSERT INTO mine VALUES ('new-1')");
    run("GRANT SELECT ON tanks TO PUBLIC");
    List<String> before = dump();
    List<String> modules = rows("SELECT * FROM iasql.module ORDER BY name");
    List<String> dependencies = rows("SELECT * FROM iasql.module_dependency ORDER BY 1, 2");
    use(
        new Pipeline(
            tenant,
            tenants.rounds(),
            work -> {
              try (Connection builder = tenants.asUser(tenant)) {
                Sql.run(builder, "CREATE VIEW quick AS SELECT * FROM tank");
              }
              return failing(work);
            }));
    ServerErrorMessage error = refusal("SELECT * FROM iasql_swap('tank', 'bowl', force => true)");
    assertThat(error.getSQLState()).isEqualTo("IA020");
    assertThat(error.getDetail()).isEqualTo("Dropped with the new tables: view public.quick.");
    assertThat(dump()).isEqualTo(before);
    assertThat(rows("SELECT * FROM iasql.module ORDER BY name")).isEqualTo(modules);
    assertThat(rows("SELECT * FROM iasql.module_dependency ORDER BY 1, 2")).isEqualTo(dependencies);
    assertThat(rows("SELECT tank_id FROM tank ORDER BY 1"))
        .containsExactly("main", "new-1", "other");
    assertThat(rows("SELECT tank_id FROM tanks")).containsExactly("other");
    run("UPDATE tank SET tank_id = 'new-2' WHERE tank_id = 'new-1'");
    assertThat(one("SELECT tank_id FROM mine")).isEqualTo("new-2");
  }

  @Test
  void whatIsInTheWayOfGoingBackIsRenamed() throws SQLException {
    use(
        new Pipeline(
            tenant,
            tenants.rounds(),
            work -> {
              try (Connection builder = tenants.asUser(tenant)) {
                Sql.run(builder, "CREATE TABLE big_tank (id int)");
              }
              return failing(work);
            }));
    assertThat(refusal("SELECT * FROM iasql_swap('tank', 'bowl')").getDetail())
        .isEqualTo("Done to make room: ALTER TABLE public.big_tank RENAME TO my_big_tank.");
    assertThat(one("SELECT tank_id FROM big_tank")).isEqualTo("other");
    assertThat(rows("SELECT * FROM my_big_tank")).isEmpty();
  }

  @Test
  void nothingOfWhatIsSetAsideCanBeSeenOrWritten() throws SQLException {
    run("CREATE VIEW tanks AS SELECT * FROM tank");
    run("CREATE VIEW glasses AS SELECT default_tank() AS g FROM big_tank");
    use(
        new Pipeline(
            tenant,
            tenants.rounds(),
            work -> {
              try (Connection other = tenants.asUser(tenant)) {
                for (String statement :
                    List.of(
                        "SELECT * FROM iasql_parked_public.tank",
                        "DELETE FROM iasql_parked_cloud.tank",
                        "SELECT * FROM tanks",
                        "UPDATE tanks SET volume = 1",
                        "SELECT * FROM glasses")) {
                  assertThat(Sql.refusal(other, statement).getSQLState())
                      .as(statement)
                      .isEqualTo("42501");
                }
                assertThat(Sql.rows(other, "SELECT * FROM tank")).isEmpty();
                assertThat(Sql.rows(other, "SELECT * FROM newt_home")).isEmpty();
              }
              return importWaters(work);
            }));
    assertThat(rows("SELECT action, table_name, lost FROM iasql_swap('tank', 'bowl', true)"))
        .containsExactly(
            "removed|tank|view public.glasses; view public.tanks",
            "kept|null|null",
            "installed|tank|null");
    assertThat(one("SELECT to_regclass('tanks')")).isEqualTo("null");
  }

  @Test
  void whatIsInTheWayIsNamedAndForceSaysWhatWent() throws SQLException {
    run("INSERT INTO tank (tank_id) VALUES ('new-1')");
    ServerErrorMessage error = refusal("SELECT * FROM iasql_swap('tank', 'bowl')");
    assertThat(error.getSQLState()).isEqualTo("IA015");
    assertThat(error.getDetail()).isEqualTo("Changed rows: tank (1: new-1 created).");
    assertThat(error.getHint())
        .endsWith("SELECT * FROM iasql_swap('tank', 'bowl', force => true).");
    run("CREATE VIEW tanks AS SELECT * FROM tank");
    run("DELETE FROM tank WHERE tank_id = 'new-1'");
    error = refusal("SELECT * FROM iasql_swap('tank', 'bowl')");
    assertThat(error.getSQLState()).isEqualTo("IA017");
    assertThat(error.getDetail())
        .isEqualTo("view public.tanks needs glass; view public.tanks needs tank.");
    run("INSERT INTO tank (tank_id) VALUES ('new-1')");
    assertThat(rows("SELECT lost FROM iasql_swap('tank', 'bowl', force => true)").getFirst())
        .isEqualTo("uncommitted changes (1: new-1 created); view public.tanks");
  }

  @Test
  void rowsThatRefersToWhatIsNotFoundAgainTakeTheSwapBack() throws SQLException {
    List<String> before = dump();
    use(new Pipeline(tenant, tenants.rounds(), Pipeline::importNothing));
    ServerErrorMessage error = refusal("SELECT * FROM iasql_swap('tank', 'bowl')");
    assertThat(error.getSQLState()).isEqualTo("IA034");
    assertThat(error.getMessage())
        .isEqualTo("rows of newt refer to what the import did not find in AWS");
    assertThat(error.getDetail())
        .isEqualTo("Key (tank_id)=(main) is not present in table \"tank\".");
    assertThat(dump()).isEqualTo(before);
    assertThat(one("SELECT volume FROM newt_home")).isEqualTo("7");
  }

  @Test
  void whatStaysAndDoesNotFitIsNamedBeforeAnythingIsImported() throws SQLException {
    ServerErrorMessage error = refusal("SELECT * FROM iasql_swap('tank', 'puddle')");
    assertThat(error.getSQLState()).isEqualTo("IA009");
    assertThat(error.getMessage()).matches(".* of a module that stays does not work with puddle");
    assertThat(error.getDetail()).contains("column t.volume does not exist");
    assertThat(one("SELECT volume FROM newt_home")).isEqualTo("7");
    error = refusal("SELECT * FROM iasql_swap('tank', 'sticky')");
    assertThat(error.getSQLState()).isEqualTo("IA016");
  }

  @Test
  void modulesThatNeedTheLeavingOneItselfAreNamed() throws SQLException {
    run("SELECT * FROM iasql_install('eel')");
    ServerErrorMessage error = refusal("SELECT * FROM iasql_swap('tank', 'bowl')");
    assertThat(error.getSQLState()).isEqualTo("IA009");
    assertThat(error.getMessage()).contains("eel");
    error = refusal("SELECT * FROM iasql_swap('tank', 'bucket')");
    assertThat(error.getSQLState()).isEqualTo("IA009");
    assertThat(error.getMessage()).contains("newt");
  }

  @Test
  void wrongNamesAreExplained() throws SQLException {
    ServerErrorMessage error = refusal("SELECT * FROM iasql_swap('tank', 'pond')");
    assertThat(error.getSQLState()).isEqualTo("IA050");
    assertThat(error.getMessage()).isEqualTo("module pond is installed already");
    assertThat(error.getHint()).contains("SELECT * FROM iasql_uninstall('tank')");
    error = refusal("SELECT * FROM iasql_swap('tank', 'tank')");
    assertThat(error.getSQLState()).isEqualTo("IA050");
    assertThat(error.getHint()).contains("SELECT * FROM iasql_upgrade('tank')");
    error = refusal("SELECT * FROM iasql_swap('tank', 'bowll')");
    assertThat(error.getSQLState()).isEqualTo("IA005");
    assertThat(error.getHint()).contains("Did you mean bowl?");
    error = refusal("SELECT * FROM iasql_swap('tank', 'bowl@9.0.0')");
    assertThat(error.getSQLState()).isEqualTo("IA006");
    error = refusal("SELECT * FROM iasql_swap('tank@9.0.0', 'bowl')");
    assertThat(error.getSQLState()).isEqualTo("IA010");
    assertThat(refusal("SELECT * FROM iasql_install('bowl')").getHint())
        .isEqualTo("Put one in the place of the other: SELECT * FROM iasql_swap('tank', 'bowl').");
    run("BEGIN; SELECT * FROM tank");
    assertThat(refusal("SELECT * FROM iasql_swap('tank', 'bowl')").getSQLState())
        .isEqualTo("IA013");
    run("ROLLBACK");
  }

  @Test
  void twoSwapsAtOnceHappenOneAfterTheOther() throws Exception {
    CompletableFuture<List<String>> one = swapElsewhere("tank", "bowl");
    CompletableFuture<List<String>> other = swapElsewhere("tank", "bowl");
    List<CompletableFuture<List<String>>> ended =
        Stream.of(one, other).filter(swap -> swap.handle((r, e) -> e == null).join()).toList();
    assertThat(ended).hasSize(1);
    assertThat(ended.getFirst().get()).containsExactly("removed", "kept", "installed");
    assertThat(rows("SELECT error FROM iasql_requests() WHERE state = 'failed'"))
        .containsExactly("module bowl is installed already");
  }

  private CompletableFuture<List<String>> swapElsewhere(String leaving, String arriving) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Connection other = tenants.asUser(tenant)) {
            return Sql.rows(
                other, "SELECT action FROM iasql_swap('%s', '%s')".formatted(leaving, arriving));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void modulesThatDoNotFightCanBeSwappedToo() throws SQLException {
    run("SELECT * FROM iasql_uninstall('newt')");
    assertThat(rows("SELECT action, module_name FROM iasql_swap('tank', 'fish')"))
        .containsExactly("removed|tank", "installed|fish");
  }

  @Test
  void aLockInTheWayIsNamed() throws SQLException {
    try (Connection other = tenants.asUser(tenant)) {
      Sql.run(other, "BEGIN; SELECT * FROM tank");
      ServerErrorMessage error = refusal("SELECT * FROM iasql_swap('tank', 'bowl')");
      assertThat(error.getSQLState()).isEqualTo("IA014");
      assertThat(error.getDetail()).contains("holds tank");
    }
  }

  @Test
  void aLockDuringTheEndIsWaitedFor() throws SQLException {
    try (Connection other = tenants.asUser(tenant)) {
      use(
          new Pipeline(
              tenant,
              tenants.rounds(),
              work -> {
                Sql.run(other, "BEGIN; SELECT * FROM pond");
                var unused =
                    Thread.startVirtualThread(
                        () ->
                            await()
                                .until(
                                    () -> {
                                      try (Connection looking = tenants.asUser(tenant)) {
                                        boolean waits =
                                            Sql.one(
                                                    looking,
                                                    "SELECT progress FROM iasql_requests() LIMIT 1")
                                                .contains("holds pond");
                                        if (waits) {
                                          Sql.run(other, "COMMIT");
                                        }
                                        return waits;
                                      }
                                    }));
                return importWaters(work);
              }));
      assertThat(rows("SELECT action FROM iasql_swap('tank', 'bowl')"))
          .containsExactly("removed", "kept", "installed");
    }
  }

  @Test
  void newsOfEveryStepIsPublished() throws SQLException {
    run("SELECT * FROM iasql_swap('tank', 'bowl')");
    use(new Pipeline(tenant, tenants.rounds(), SwapIT::failing));
    refusal("SELECT * FROM iasql_swap('bowl', 'tank')");
    await()
        .untilAsserted(
            () ->
                assertThat(broker.published(Topics.INSTALLATIONS, tenant.name().value()))
                    .extracting(event -> event.value().replaceFirst(".*\"change\"", ""))
                    .containsExactly(
                        ":\"created\",\"modules\":[\"pond@1.0.0\",\"tank@1.0.0\",\"newt@1.0.0\"]}",
                        ":\"created\",\"modules\":[\"bowl@1.0.0\"]}",
                        ":\"removed\",\"modules\":[\"tank@1.0.0\"]}",
                        ":\"created\",\"modules\":[\"tank@1.0.0\"]}",
                        ":\"undone\",\"modules\":[\"tank@1.0.0\"]}"));
  }

  private List<String> dump() throws SQLException {
    try (Connection admin = tenants.asAdmin(tenant.name().value())) {
      return CatalogueDump.of(admin);
    }
  }

  /** Finds the same two tanks, whatever shape their table has. */
  private static Outcome importWaters(Work work) throws SQLException {
    if (work.request().work().path("modules").toString().matches(".*(tank|bowl).*")) {
      Sql.run(work.connection(), ROWS);
    }
    return Pipeline.importNothing(work);
  }

  private static Outcome failing(Work work) {
    ObjectNode next = work.request().work().deepCopy();
    next.set(
        "fault",
        RequestQueue.json(
            new Fault(
                ErrorCode.AWS_CREDENTIALS, "AWS refused the credentials", null, "Set them.")));
    return new Outcome.Next(Stage.UNDO, next);
  }
}
