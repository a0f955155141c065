package dev.iasql.gateway.check;

import dev.iasql.core.tenant.TenantName;
import java.util.UUID;
import java.util.regex.Pattern;

/** The names of the databases that checks make and remove. */
public final class CheckDatabase {
  private static final Pattern NAME = Pattern.compile("check_[0-9a-f]{8}");

  private CheckDatabase() {}

  static TenantName random() {
    return new TenantName("check_" + UUID.randomUUID().toString().substring(0, 8));
  }

  /** Whether a database of the name is a check's, and so removed without asking. */
  public static boolean isName(TenantName name) {
    return NAME.matcher(name.value()).matches();
  }
}
