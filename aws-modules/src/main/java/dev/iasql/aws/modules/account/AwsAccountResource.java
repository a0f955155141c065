package dev.iasql.aws.modules.account;

import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.SignIn;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Accounts as their sign-in shows them. Adding one makes nothing in AWS: it verifies that the
 * sign-in leads to that account. Removing one leaves everything in AWS as it is.
 */
public final class AwsAccountResource implements ManagedResource<AwsAccount> {
  @Override
  public Class<AwsAccount> record() {
    return AwsAccount.class;
  }

  @Override
  public Stream<AwsAccount> list(Aws aws) {
    SignIn signIn = aws.signIn();
    GetCallerIdentityResponse identity = identity(aws);
    return Stream.of(
        new AwsAccount(
            identity.account(),
            signIn.name(),
            signIn.roleArn(),
            signIn.externalId(),
            signIn.isDefault(),
            identity.arn()));
  }

  @Override
  public AwsAccount create(Aws aws, AwsAccount wanted) {
    GetCallerIdentityResponse identity = identity(aws);
    if (!identity.account().equals(wanted.accountId())) {
      throw otherAccount(identity, wanted);
    }
    return new AwsAccount(
        wanted.accountId(),
        wanted.name(),
        wanted.roleArn(),
        wanted.externalId(),
        wanted.isDefault(),
        identity.arn());
  }

  @Override
  public AwsAccount update(Aws aws, AwsAccount from, AwsAccount to) {
    return create(aws, to);
  }

  @Override
  public void delete(Aws aws, AwsAccount account) {
    // Nothing in AWS: the account is only no longer looked at.
  }

  private static GetCallerIdentityResponse identity(Aws aws) {
    return aws.client(StsClient.class, StsClient::builder).getCallerIdentity();
  }

  private static UserException otherAccount(GetCallerIdentityResponse identity, AwsAccount wanted) {
    return new UserException(
        ErrorCode.AWS_CREDENTIALS,
        "the credentials belong to account %s, not to %s"
            .formatted(identity.account(), wanted.accountId()),
        "Signed in as %s.".formatted(identity.arn()),
        "Set role_arn to a role of account %s, or store its keys with iasql_set_credentials."
            .formatted(wanted.accountId()));
  }
}
