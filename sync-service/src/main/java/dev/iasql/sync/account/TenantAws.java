package dev.iasql.sync.account;

import dev.iasql.aws.client.AwsSession;
import dev.iasql.aws.client.AwsSessions;
import dev.iasql.aws.client.StoredKeys;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.RegionChoice;
import dev.iasql.aws.spi.SignIn;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import java.util.Map;
import java.util.Set;

/** AWS as one tenant sees it while one request is worked for: its accounts, signed in to. */
public final class TenantAws {
  private final AwsSessions sessions;
  private final AwsConfiguration configuration;
  private final Map<String, SignIn> known;
  private final Map<String, StoredKeys> keys;

  TenantAws(
      AwsSessions sessions,
      AwsConfiguration configuration,
      Map<String, SignIn> known,
      Map<String, StoredKeys> keys) {
    this.sessions = sessions;
    this.configuration = configuration;
    this.known = known;
    this.keys = keys;
  }

  /** The accounts that are known: rows of {@code cloud.aws_account}. */
  public Set<String> accountIds() {
    return known.keySet();
  }

  /**
   * A known account, for reading.
   *
   * @param place a place without a region means the default one
   * @throws ExternalException if the account is not known
   */
  public Aws at(AccountRegion place) {
    return chosen(session(place));
  }

  /**
   * A known account, for one operation.
   *
   * @param idempotencyToken what {@link Aws#idempotencyToken()} answers; at most 64 characters
   * @throws ExternalException if the account is not known
   */
  public Aws at(AccountRegion place, String idempotencyToken) {
    return chosen(session(place).withToken(idempotencyToken));
  }

  /** The identity used where nothing else is said: the tenant's default keys, or the workers'. */
  public Aws own() {
    return chosen(open(SignIn.own(), configuration.region()));
  }

  /**
   * An account that is not known yet, for one operation: what a new row of {@code
   * public.aws_account} asks for.
   */
  public Aws as(SignIn signIn, String idempotencyToken) {
    return chosen(open(signIn, configuration.region()).withToken(idempotencyToken));
  }

  private AwsSession session(AccountRegion place) {
    SignIn signIn = known.get(place.accountId());
    if (signIn == null) {
      throw new ExternalException(
          ErrorCode.AWS_CREDENTIALS,
          "the account %s is not known".formatted(place.accountId()),
          "INSERT INTO aws_account (account_id, role_arn) VALUES (…), then SELECT * FROM"
              + " iasql_commit().");
    }
    return open(signIn, place.region() == null ? configuration.region() : place.region());
  }

  private Aws chosen(AwsSession session) {
    return new TenantSession(
        session,
        new RegionChoice(configuration.regions().orElse(Set.of()), configuration.region()));
  }

  private AwsSession open(SignIn signIn, String region) {
    return sessions.open(signIn, region, keysOf(signIn));
  }

  private StoredKeys keysOf(SignIn signIn) {
    StoredKeys own = signIn.accountId() == null ? null : keys.get(signIn.accountId());
    return own == null ? keys.get(Credentials.DEFAULT) : own;
  }

  @Override
  public String toString() {
    return "TenantAws" + known.keySet();
  }
}
