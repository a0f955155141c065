package dev.iasql.core.module;

import java.util.Optional;

/**
 * An installed module of which there is a newer release.
 *
 * @param reachable the version an upgrade of this module would move to, if any
 * @param heldBackBy why that is not the newest; {@code null} if it is
 */
public record Outdated(
    String name,
    ModuleVersion installed,
    ModuleVersion newest,
    Optional<ModuleVersion> reachable,
    String heldBackBy) {}
