package dev.iasql.registry.store;

import dev.iasql.core.module.ModuleId;
import java.util.List;

/**
 * What has happened to the catalogue since a change.
 *
 * @param change number of the last one
 * @param published versions that are there now
 * @param withdrawn versions that are there no more
 */
public record CatalogueChanges(
    long change, List<PublishedVersion> published, List<ModuleId> withdrawn) {}
