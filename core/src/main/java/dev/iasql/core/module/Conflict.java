package dev.iasql.core.module;

import java.util.Set;

/**
 * Two modules that cannot be installed together.
 *
 * @param module whose conflict it is
 * @param other the name of the other one
 * @param over what both claim, as a user would say it
 */
public record Conflict(String module, String other, Set<String> over) {}
