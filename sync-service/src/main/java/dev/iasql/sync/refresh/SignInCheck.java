package dev.iasql.sync.refresh;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import java.util.List;

/**
 * Signing in must lead to the account it is for: keys and roles can be exchanged behind our back.
 */
final class SignInCheck {
  private static final String ACCOUNT_ID = "account_id";

  private SignInCheck() {}

  /**
   * @param row a row of the table of accounts, as a listing gave it
   * @throws ExternalException if it is another account's
   */
  static void of(Listing listing, List<String> row) {
    List<String> columns =
        listing.table().model().ownColumns().stream().map(ColumnModel::name).toList();
    String expected = listing.place().accountId();
    String found = row.get(columns.indexOf(ACCOUNT_ID));
    if (expected != null && !expected.equals(found)) {
      throw new ExternalException(
          ErrorCode.AWS_CREDENTIALS,
          "signing in to account %s led to account %s".formatted(expected, found),
          "Set role_arn of the row in aws_account, or store keys of the account with"
              + " iasql_set_credentials.");
    }
  }
}
