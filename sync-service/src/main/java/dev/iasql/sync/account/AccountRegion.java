package dev.iasql.sync.account;

/**
 * A part of AWS that is read or written by itself.
 *
 * @param accountId 12 digits
 * @param region a region's name, or {@code null} for what belongs to the account as a whole
 */
public record AccountRegion(String accountId, String region) {
  @Override
  public String toString() {
    return region == null ? accountId : accountId + "/" + region;
  }
}
