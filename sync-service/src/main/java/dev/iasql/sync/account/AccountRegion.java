package dev.iasql.sync.account;

/**
 * A part of AWS that is read or written by itself.
 *
 * @param accountId 12 digits, or {@code null} for the workers' own account before AWS said which
 *     one it is
 * @param region a region's name, or {@code null} for what belongs to the account as a whole
 */
public record AccountRegion(String accountId, String region) {
  /** The workers' own account, whichever it is. */
  static final AccountRegion OWN = new AccountRegion(null, null);

  /** Whether what is wanted here is wanted there too: the whole account includes its regions. */
  boolean covers(AccountRegion other) {
    return accountId.equals(other.accountId)
        && (region == null || other.region == null || region.equals(other.region));
  }

  @Override
  public String toString() {
    String account = accountId == null ? "own account" : accountId;
    return region == null ? account : account + "/" + region;
  }
}
