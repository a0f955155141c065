package dev.iasql.install.provision;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The migrations of the platform schema, named one by one: nothing has to be searched for at start.
 */
final class PlatformScripts implements ResourceProvider {
  static final List<String> FILES =
      List.of(
          "V1__platform_tables.sql",
          "V2__engine_and_guards.sql",
          "V3__calls.sql",
          "V4__module_sql.sql",
          "V5__module_kinds.sql",
          "V6__module_rights.sql",
          "V7__module_changes.sql",
          "V8__wait_in_finer_steps.sql",
          "R__functions.sql");

  @Override
  public LoadableResource getResource(String name) {
    return FILES.contains(name) ? new PlatformScript(name) : null;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return FILES.stream()
        .filter(file -> file.startsWith(prefix) && Stream.of(suffixes).anyMatch(file::endsWith))
        .<LoadableResource>map(PlatformScript::new)
        .toList();
  }
}
