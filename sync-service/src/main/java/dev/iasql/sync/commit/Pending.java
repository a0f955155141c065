package dev.iasql.sync.commit;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.sync.account.TenantAws;
import dev.iasql.sync.plan.Plan;
import dev.iasql.sync.plan.TableGraph;
import java.util.List;

/**
 * What is pending in a tenant's database, planned.
 *
 * @param tables the installed tables, parents first
 */
record Pending(Plan plan, List<AwsTable<?>> tables, TableGraph graph, TenantAws aws) {}
