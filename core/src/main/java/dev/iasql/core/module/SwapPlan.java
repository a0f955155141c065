package dev.iasql.core.module;

import java.util.List;

/**
 * What a swap would do.
 *
 * @param leaving what goes, dependents first
 * @param arriving what comes instead, dependencies first
 * @param rebound modules that stay and find in what arrives what they had in what leaves
 */
public record SwapPlan(
    List<ModuleManifest> leaving, InstallPlan arriving, List<ModuleManifest> rebound) {}
