package dev.iasql.install.request.check;

/**
 * A rule that a module does not keep.
 *
 * @param where the object or script it is about
 */
public record Violation(Rule rule, String message, String where) {}
