package dev.iasql.aws.spi;

/** Where resources of a table live, and so which columns belong to every key. */
public enum Scope {
  /** The account itself: listed once per way to sign in, with no implied column. */
  ACCOUNT,
  /** One per account: column {@code account_id}. */
  GLOBAL,
  /** One per account and region: columns {@code region} and {@code account_id}. */
  REGIONAL
}
