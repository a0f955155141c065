package dev.iasql.local.system;

/** The first tenant database, there to try things out in. */
public record DemoTenant(GatewayApi gateway, Secrets secrets) {
  public static final String NAME = "demo";

  /** Makes it if it is missing, and sees to it that we know its password. */
  public void ensure() {
    gateway
        .createDatabase(NAME)
        .ifPresentOrElse(
            this::keep,
            () -> {
              if (secrets.tenantPassword(NAME).isEmpty()) {
                keep(gateway.newPassword(NAME));
              }
            });
  }

  private void keep(String password) {
    secrets.keepTenantPassword(NAME, password);
  }
}
