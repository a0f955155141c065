package dev.iasql.gateway.directory;

import dev.iasql.core.tenant.DirectoryAccess;
import io.smallrye.config.ConfigMapping;

/** Where the tenant directory is. */
@ConfigMapping(prefix = "iasql.directory")
public interface DirectoryConfiguration extends DirectoryAccess {}
