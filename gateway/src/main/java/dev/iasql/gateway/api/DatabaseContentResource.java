package dev.iasql.gateway.api;

import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.gateway.tenant.TenantQuery;
import dev.iasql.gateway.tenant.Tenants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is in a tenant database and what goes on there. */
@Path(DatabaseResource.PATH + "/{name}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Databases")
@APIResponse(responseCode = "default", ref = GatewayApi.PROBLEM)
public final class DatabaseContentResource {
  private final Tenants tenants;
  private final TenantQuery query;

  DatabaseContentResource(Tenants tenants, TenantQuery query) {
    this.tenants = tenants;
    this.query = query;
  }

  @GET
  @Path("/modules")
  @Operation(
      operationId = "listInstalledModules",
      summary = "Lists the modules of a database",
      description = "The modules that are installed or being imported, by name.")
  @APIResponse(responseCode = "200", description = "A page of modules.")
  public Page<InstalledModule> modules(
      @Parameter(description = ApiText.DATABASE) @PathParam("name") String name,
      @Parameter(description = ApiText.LIMIT)
          @QueryParam("limit")
          @DefaultValue(PageRequest.DEFAULT_LIMIT)
          String limit,
      @Parameter(description = ApiText.CURSOR) @QueryParam("cursor") String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    Tenant tenant = tenants.findReady(new TenantName(name));
    return Page.of(
        query.rows(
            tenant,
            InstalledModule::of,
            InstalledModule.SELECT,
            page.after().orElse(""),
            page.limit() + 1),
        InstalledModule::name,
        page);
  }

  @GET
  @Path("/requests")
  @Operation(
      operationId = "listRequests",
      summary = "Lists the requests of a database",
      description =
          "Every call that needed work outside the database, the newest first, with its state,"
              + " progress and error.")
  @APIResponse(responseCode = "200", description = "A page of requests.")
  public Page<Call> requests(
      @Parameter(description = ApiText.DATABASE) @PathParam("name") String name,
      @Parameter(description = ApiText.LIMIT)
          @QueryParam("limit")
          @DefaultValue(PageRequest.DEFAULT_LIMIT)
          String limit,
      @Parameter(description = ApiText.CURSOR) @QueryParam("cursor") String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    long before = page.after().map(DatabaseContentResource::id).orElse(Long.MAX_VALUE);
    Tenant tenant = tenants.findReady(new TenantName(name));
    return Page.of(
        query.rows(tenant, Call::of, Call.SELECT, before, page.limit() + 1),
        call -> Long.toString(call.id()),
        page);
  }

  private static long id(String key) {
    try {
      return Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw PageRequest.badCursor(e);
    }
  }
}
