package dev.iasql.aws.spi;

/**
 * How the workers sign in to an account.
 *
 * @param accountId the account, or {@code null} for the identity the workers have by themselves
 *     before AWS said which account it is
 * @param name what the user calls the account, or {@code null}
 * @param roleArn role to assume, or {@code null} to use the workers' own identity or stored keys
 * @param externalId external id the role demands, or {@code null}
 * @param isDefault whether rows that name no account belong to this one
 */
public record SignIn(
    String accountId, String name, String roleArn, String externalId, boolean isDefault) {

  /** The workers' own identity, before anything is known of it. */
  public static SignIn own() {
    return new SignIn(null, null, null, null, true);
  }
}
