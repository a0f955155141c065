package dev.iasql.sync.table;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.core.error.Fault;
import java.util.List;
import java.util.Map;

/**
 * The tables of a tenant's modules.
 *
 * @param readable those whose rows are resources of AWS, as the installed version of their module
 *     has them, each after the tables it refers to
 * @param unreadable those of module versions this service does not know, with what to say of it
 * @param others those whose rows are no resources of AWS, with the name of their module
 */
public record TenantTables(
    List<AwsTable<?>> readable, Map<String, Fault> unreadable, Map<String, String> others) {}
