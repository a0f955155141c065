package dev.iasql.sync.plan;

/**
 * One row referring to another.
 *
 * @param partOf whether it goes with the one it refers to
 */
public record RowReference(String column, RowKey target, boolean partOf) {}
