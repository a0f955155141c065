package dev.iasql.sync.commit;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.Scope;
import dev.iasql.aws.spi.SignIn;
import dev.iasql.sync.account.AccountRegion;
import dev.iasql.sync.account.TenantAws;
import dev.iasql.sync.plan.Change;
import java.util.List;
import java.util.Map;

/** The cloud sides of a tenant's tables, and AWS where each row lives. */
final class AwsCalls {
  private final Map<String, AwsTable<?>> tables;
  private final TenantAws accounts;

  AwsCalls(List<AwsTable<?>> tables, TenantAws accounts) {
    this.tables = tables.stream().collect(toMap(AwsTable::name, table -> table));
    this.accounts = accounts;
  }

  ResourceCall<?> of(TableModel table) {
    return ResourceCall.of(tables.get(table.name()));
  }

  /**
   * AWS for one operation.
   *
   * @throws dev.iasql.core.error.IasqlException if the account is not known
   */
  Aws aws(Change change, JsonNode row, String token) {
    if (change.table().scope() == Scope.ACCOUNT) {
      return accounts.as(signIn(row), token);
    }
    Map<String, String> scope = change.key().scope();
    return accounts.at(new AccountRegion(scope.get("account_id"), scope.get("region")), token);
  }

  /** How the row of an account says it is signed in to. */
  private static SignIn signIn(JsonNode account) {
    return new SignIn(
        account.path("account_id").asText(),
        account.path("name").asText(null),
        account.path("role_arn").asText(null),
        account.path("external_id").asText(null),
        account.path("is_default").asBoolean());
  }
}
