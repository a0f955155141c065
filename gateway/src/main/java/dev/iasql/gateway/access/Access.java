package dev.iasql.gateway.access;

/** What a caller may do. */
enum Access {
  NONE,
  READ,
  ADMINISTER
}
