package dev.iasql.sync.account;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** How stored AWS keys are protected. */
@ConfigMapping(prefix = "iasql.credentials")
public interface CredentialsConfiguration {
  /** File with the private key that opens them; made if it does not exist. */
  Path keyFile();
}
