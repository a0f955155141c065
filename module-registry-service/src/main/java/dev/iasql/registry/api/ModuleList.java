package dev.iasql.registry.api;

import java.util.List;

/** Modules, by name and then the newest version first. */
public record ModuleList(List<ModuleSummary> items) {}
