package dev.iasql.sync.plan;

import dev.iasql.core.error.Fault;

/** A change the plan leaves out, and why; it stays pending. */
public record Refused(Change change, Fault fault) {}
