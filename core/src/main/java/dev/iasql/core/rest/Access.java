package dev.iasql.core.rest;

/** What the caller of a REST API may do. */
public enum Access {
  NONE,
  READ,
  ADMINISTER
}
