package dev.iasql.registry.api;

import java.util.List;

/**
 * One module.
 *
 * @param latest the newest version
 * @param versions all versions, the newest first
 */
public record ModuleVersions(String name, ModuleSummary latest, List<ModuleSummary> versions) {}
