package dev.iasql.install.request.check;

import dev.iasql.core.error.Fault;
import dev.iasql.core.error.IasqlException;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.InstallPlan;
import dev.iasql.core.module.InstallPlanner;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.module.ModuleVersion;
import dev.iasql.core.module.bundle.ManifestRules;
import dev.iasql.core.request.ConnectionLoss;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tries a bundle in a database: installs it as anyone's module, with all it depends on but without
 * asking AWS for anything, looks at what it made, runs its tests and migrations and takes it out
 * again. Finds all that is wrong at once, as far as one fault does not hide another. The caller
 * rolls everything back.
 */
public final class BundleCheck {
  private final Connection connection;
  private final ModuleRun scripts;
  private final ModuleCatalogue published;
  private final Function<ModuleId, ModuleBundle> bundles;
  private final Collection<ModuleManifest> installed;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param published the modules there are
   * @param bundles finds the bundle of each
   * @param installed what the database has already
   */
  public BundleCheck(
      Connection connection,
      ModuleRun scripts,
      ModuleCatalogue published,
      Function<ModuleId, ModuleBundle> bundles,
      Collection<ModuleManifest> installed) {
    this.connection = connection;
    this.scripts = scripts;
    this.published = published;
    this.bundles = bundles;
    this.installed = installed;
  }

  /** What trying one step of a check came to. */
  @FunctionalInterface
  private interface Step<T> {
    T run() throws SQLException;
  }

  /**
   * @param given the bundle; whatever its kind, it is taken for anyone's
   * @param tests SQL that fails if something is wrong, by file name
   * @throws SQLTimeoutException if its SQL could only be stopped together with the connection
   */
  public List<Finding> run(ModuleBundle given, Map<String, String> tests) throws SQLException {
    ModuleBundle bundle =
        new ModuleBundle(
            given.manifest(),
            ModuleKind.SQL,
            given.installSql(),
            given.uninstallSql(),
            given.readme(),
            given.migrations());
    if (hasPlainManifest(bundle.manifest())) {
      Savepoint clean = connection.setSavepoint();
      tryFresh(bundle, new TreeMap<>(tests));
      connection.rollback(clean);
    }
    return findings;
  }

  private boolean hasPlainManifest(ModuleManifest manifest) {
    try {
      ManifestRules.check(manifest, ModuleKind.SQL);
      return true;
    } catch (UserException e) {
      findings.add(Finding.failed(Rule.NAMES, text(e.fault()), "module.yaml"));
      return false;
    }
  }

  private void tryFresh(ModuleBundle bundle, Map<String, String> tests) throws SQLException {
    ModuleManifest manifest = bundle.manifest();
    Optional<List<ModuleManifest>> present = prepare(manifest);
    if (present.isEmpty()) {
      return;
    }
    Savepoint prepared = connection.setSavepoint();
    SchemaSnapshot before = SchemaSnapshot.of(connection);
    Optional<List<Violation>> violations =
        attempt(Rule.INSTALLS, "install.sql", () -> scripts.install(bundle));
    if (violations.isEmpty()) {
      return;
    }
    findings.add(Finding.passed(Rule.INSTALLS, "The module is installed.", "install.sql"));
    SchemaSnapshot after = SchemaSnapshot.of(connection);
    List<SchemaObject> made =
        after.since(before).stream()
            .filter(change -> change.kind() == SchemaChange.Kind.CREATED)
            .map(SchemaChange::object)
            .toList();
    judge(Rule.DECLARES_ALL, missing(manifest, after));
    judge(Rule.DECLARES_ONLY, violations.get());
    judge(Rule.NAMES, violations.get());
    judge(Rule.RIGHTS, violations.get());
    judge(Rule.DEPENDENCIES, foreignUses(manifest, made, present.get()));
    List<String> fresh = CatalogueDump.of(connection, manifest);
    runTests(tests);
    runUninstall(bundle, before);
    for (Map.Entry<String, String> migration : new TreeMap<>(bundle.migrations()).entrySet()) {
      connection.rollback(prepared);
      migrate(bundle, present.get(), migration, fresh);
    }
  }

  /** Installs what the module needs; empty if that is not possible. */
  private Optional<List<ModuleManifest>> prepare(ModuleManifest manifest) throws SQLException {
    return attempt(
        Rule.DEPENDENCIES,
        "module.yaml",
        () -> {
          List<ModuleManifest> present = new ArrayList<>(installed);
          for (ModuleManifest needed : needed(manifest, present)) {
            install(needed, present);
          }
          return present;
        });
  }

  private void install(ModuleManifest manifest, List<ModuleManifest> present) throws SQLException {
    scripts.install(bundles.apply(manifest.id()));
    present.add(manifest);
  }

  /** As an installation would plan it, were the module published. */
  private List<ModuleManifest> needed(ModuleManifest manifest, List<ModuleManifest> present) {
    ModuleCatalogue catalogue = new ModuleCatalogue();
    for (String name : published.names()) {
      published.newestFirst(name).forEach(catalogue::add);
    }
    catalogue.add(manifest);
    InstallPlan plan =
        new InstallPlanner(catalogue)
            .plan(present, List.of(ModuleRef.parse(manifest.id().toString())));
    return plan.installs().stream()
        .map(InstallPlan.Step::manifest)
        .filter(step -> !step.id().equals(manifest.id()))
        .toList();
  }

  private static List<Violation> missing(ModuleManifest manifest, SchemaSnapshot after) {
    return Boundary.missing(manifest, after.objects()).stream()
        .map(
            object ->
                new Violation(
                    Rule.DECLARES_ALL, "It does not make %s.".formatted(object), "install.sql"))
        .toList();
  }

  private List<Violation> foreignUses(
      ModuleManifest manifest, List<SchemaObject> made, List<ModuleManifest> present)
      throws SQLException {
    List<ModuleManifest> known =
        published.names().stream().map(published::newest).flatMap(Optional::stream).toList();
    Dependencies dependencies = new Dependencies(manifest, present, known);
    List<Violation> violations = new ArrayList<>();
    for (UsedObjects.Use use : UsedObjects.of(connection, made)) {
      String problem = dependencies.problem(use);
      if (problem != null) {
        violations.add(new Violation(Rule.DEPENDENCIES, problem, use.user()));
      }
    }
    for (UsedObjects.Body body : UsedObjects.bodies(connection, manifest.provides().functions())) {
      for (String problem : dependencies.problems(body)) {
        violations.add(new Violation(Rule.DEPENDENCIES, problem, body.signature()));
      }
    }
    return violations;
  }

  private void runTests(Map<String, String> tests) throws SQLException {
    for (Map.Entry<String, String> test : tests.entrySet()) {
      Savepoint untested = connection.setSavepoint();
      boolean passed =
          attempt(
                  Rule.TESTS,
                  test.getKey(),
                  () -> {
                    scripts.attempt(test.getValue());
                    return true;
                  })
              .isPresent();
      if (passed) {
        findings.add(Finding.passed(Rule.TESTS, "The test passed.", test.getKey()));
        connection.rollback(untested);
      }
    }
  }

  private void runUninstall(ModuleBundle bundle, SchemaSnapshot before) throws SQLException {
    Optional<List<Violation>> violations =
        attempt(
            Rule.UNINSTALL_CLEAN,
            "uninstall.sql",
            () -> scripts.uninstall(bundle.kind(), bundle.manifest(), bundle.uninstallSql()));
    if (violations.isEmpty()) {
      return;
    }
    List<Violation> found = new ArrayList<>();
    violations.get().stream()
        .map(v -> new Violation(Rule.UNINSTALL_CLEAN, v.message(), v.where()))
        .forEach(found::add);
    for (SchemaChange change : SchemaSnapshot.of(connection).since(before)) {
      if (change.kind() == SchemaChange.Kind.CREATED) {
        found.add(
            new Violation(
                Rule.UNINSTALL_CLEAN,
                "It leaves %s behind.".formatted(change.object()),
                "uninstall.sql"));
      }
    }
    judge(Rule.UNINSTALL_CLEAN, found);
  }

  private void migrate(
      ModuleBundle bundle,
      List<ModuleManifest> prepared,
      Map.Entry<String, String> migration,
      List<String> fresh)
      throws SQLException {
    String script = "migrations/from-%s.sql".formatted(migration.getKey());
    ModuleId earlier = new ModuleId(bundle.id().name(), ModuleVersion.parse(migration.getKey()));
    Optional<ModuleManifest> from = published.find(earlier);
    if (from.isEmpty()) {
      findings.add(
          Finding.failed(
              Rule.MIGRATIONS, "Version %s is not published.".formatted(earlier), script));
      return;
    }
    Optional<List<Violation>> violations =
        attempt(
            Rule.MIGRATIONS,
            script,
            () -> {
              List<ModuleManifest> present = new ArrayList<>(prepared);
              for (ModuleManifest needed : needed(from.get(), present)) {
                install(needed, present);
              }
              install(from.get(), present);
              return scripts.migrate(from.get(), bundle, migration.getValue());
            });
    if (violations.isPresent()) {
      List<Violation> found = new ArrayList<>(violations.get());
      found.addAll(missing(bundle.manifest(), SchemaSnapshot.of(connection)));
      found.addAll(differences(fresh, CatalogueDump.of(connection, bundle.manifest()), script));
      judgeMigration(found, script);
    }
  }

  private static List<Violation> differences(
      List<String> fresh, List<String> migrated, String script) {
    List<Violation> differences = new ArrayList<>();
    fresh.stream()
        .filter(line -> !migrated.contains(line))
        .forEach(
            line ->
                differences.add(
                    new Violation(
                        Rule.MIGRATIONS,
                        "Only a fresh installation has %s".formatted(line),
                        script)));
    migrated.stream()
        .filter(line -> !fresh.contains(line))
        .forEach(
            line ->
                differences.add(
                    new Violation(
                        Rule.MIGRATIONS,
                        "Only the migrated module has %s".formatted(line),
                        script)));
    return differences;
  }

  private void judgeMigration(List<Violation> found, String script) {
    if (found.isEmpty()) {
      findings.add(
          Finding.passed(
              Rule.MIGRATIONS, "The migrated module is like a freshly installed one.", script));
    }
    found.forEach(
        violation -> findings.add(Finding.failed(Rule.MIGRATIONS, violation.message(), script)));
  }

  private void judge(Rule rule, List<Violation> violations) {
    List<Violation> broken = violations.stream().filter(v -> v.rule() == rule).toList();
    if (broken.isEmpty()) {
      findings.add(Finding.passed(rule, "Nothing is wrong.", null));
    }
    broken.forEach(
        violation -> findings.add(Finding.failed(rule, violation.message(), violation.where())));
  }

  /** Empty, and noted as a finding, if the step failed; then it has left nothing behind. */
  private <T> Optional<T> attempt(Rule rule, String script, Step<T> step) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      T result = step.run();
      return Optional.of(result);
    } catch (IasqlException e) {
      connection.rollback(before);
      findings.add(Finding.failed(rule, text(e.fault()), script));
    } catch (SQLTimeoutException e) {
      throw e;
    } catch (SQLException e) {
      if (ConnectionLoss.caused(e)) {
        throw e;
      }
      connection.rollback(before);
      findings.add(ScriptFailure.of(rule, script, e));
    }
    return Optional.empty();
  }

  private static String text(Fault fault) {
    return fault.detail() == null ? fault.message() : fault.message() + ": " + fault.detail();
  }
}
