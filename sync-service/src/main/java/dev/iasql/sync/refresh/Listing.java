package dev.iasql.sync.refresh;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.spi.Aws;
import dev.iasql.sync.account.AccountRegion;

/**
 * One table to be read in one account and region.
 *
 * @param number tells its staged rows from those of other listings
 */
record Listing(int number, AwsTable<?> table, AccountRegion place, Aws aws) {
  @Override
  public String toString() {
    return table.name() + " in " + place;
  }
}
