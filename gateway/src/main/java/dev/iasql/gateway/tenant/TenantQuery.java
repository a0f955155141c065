package dev.iasql.gateway.tenant;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what the platform keeps in a tenant's database. */
@Singleton
public final class TenantQuery {

  /** Makes an object of a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final TenantDatabases databases;

  TenantQuery(TenantDatabases databases) {
    this.databases = databases;
  }

  /**
   * @throws ExternalException if the database does not answer
   */
  public <T> List<T> rows(Tenant tenant, RowReader<T> reader, String sql, Object... parameters) {
    try (Connection connection = databases.connect(tenant);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(reader.read(row));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new ExternalException(
          ErrorCode.UNAVAILABLE,
          "the database \"%s\" does not answer".formatted(tenant.name()),
          null,
          "Try again in a moment.",
          e);
    }
  }
}
