package dev.iasql.install.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the catalogue of modules keeps what does not fit into memory. */
@ConfigMapping(prefix = "iasql.catalogue")
public interface CatalogueConfiguration {
  /** Folder for the SQL of all modules; it is filled again at each start. */
  @WithDefault("${java.io.tmpdir}")
  Path folder();
}
