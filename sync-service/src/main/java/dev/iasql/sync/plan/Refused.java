package dev.iasql.sync.plan;

/** A change the plan leaves out; it stays pending. */
public record Refused(Change change, Problem problem) {}
