package dev.iasql.sync.account;

import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.SignIn;

/** AWS as one tenant sees it while one request is worked for: its accounts, signed in to. */
public interface TenantAws {
  /**
   * An account that is known: a row of {@code cloud.aws_account}.
   *
   * @param place a place without a region means the default one
   * @param idempotencyToken what {@link Aws#idempotencyToken()} answers
   * @throws dev.iasql.core.error.IasqlException if nobody can sign in to it
   */
  Aws at(AccountRegion place, String idempotencyToken);

  /**
   * An account that is not known yet: what a new row of {@code public.aws_account} asks for.
   *
   * @throws dev.iasql.core.error.IasqlException if nobody can sign in that way
   */
  Aws as(SignIn signIn, String idempotencyToken);
}
