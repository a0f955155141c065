package dev.iasql.gateway.api;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.gateway.check.CheckDatabase;
import dev.iasql.gateway.tenant.NewPassword;
import dev.iasql.gateway.tenant.Provisioning;
import dev.iasql.gateway.tenant.Tenants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tenant databases: making, showing and removing them. */
@Path(DatabaseResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Databases", description = "Tenant databases: making, showing and removing them.")
@APIResponse(responseCode = "default", ref = GatewayApi.PROBLEM)
public final class DatabaseResource {
  static final String PATH = "/api/v1/databases";

  private final Tenants tenants;
  private final Provisioning provisioning;

  DatabaseResource(Tenants tenants, Provisioning provisioning) {
    this.tenants = tenants;
    this.provisioning = provisioning;
  }

  @GET
  @Operation(
      operationId = "listDatabases",
      summary = "Lists databases",
      description = "All tenant databases, by name.")
  @APIResponse(responseCode = "200", description = "A page of databases.")
  public Page<Database> list(
      @Parameter(description = ApiText.LIMIT)
          @QueryParam("limit")
          @DefaultValue(PageRequest.DEFAULT_LIMIT)
          String limit,
      @Parameter(description = ApiText.CURSOR) @QueryParam("cursor") String cursor) {
    return Page.of(
        tenants.list().stream().map(Database::of), Database::name, PageRequest.of(limit, cursor));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createDatabase",
      summary = "Makes a database",
      description =
          "Answers when the database is ready, with the password of its role, which is not shown"
              + " again. If that takes too long the answer is 202 and the database gets ready later;"
              + " set a password then.")
  @APIResponse(
      responseCode = "201",
      description = "The database is ready.",
      content = @Content(schema = @Schema(implementation = Database.class)))
  @APIResponse(
      responseCode = "202",
      description = "The database is not ready yet; Location says where to look.",
      content = @Content(schema = @Schema(implementation = Database.class)))
  public Response create(NewDatabase request) {
    if (request == null) {
      throw new UserException(
          ErrorCode.INVALID_REQUEST, "the request has no body", "Send {\"name\": \"demo\"}.");
    }
    TenantName name = new TenantName(request.name());
    if (CheckDatabase.isName(name)) {
      throw new UserException(
          ErrorCode.INVALID_NAME,
          "the database name \"%s\" is reserved for checks of modules".formatted(name),
          "Choose another one: such databases are removed without asking.");
    }
    Tenant tenant = provisioning.create(name);
    return tenant.state() == TenantState.READY
        ? Response.created(location(tenant))
            .entity(Database.of(tenant, tenant.secrets().user()))
            .build()
        : accepted(tenant, Database.of(tenant));
  }

  @GET
  @Path("/{name}")
  @Operation(
      operationId = "getDatabase",
      summary = "Shows a database",
      description = "Its state, and how to connect to it once it is ready.")
  @APIResponse(responseCode = "200", description = "The database.")
  public Database get(@Parameter(description = ApiText.DATABASE) @PathParam("name") String name) {
    return Database.of(tenants.find(new TenantName(name)));
  }

  @DELETE
  @Path("/{name}")
  @Operation(
      operationId = "deleteDatabase",
      summary = "Removes a database",
      description =
          "Drops the database with all that is in it, and its roles. Nothing changes in AWS.")
  @APIResponse(responseCode = "204", description = "The database is gone.")
  @APIResponse(
      responseCode = "202",
      description = "The database is not gone yet; Location says where to look.",
      content = @Content(schema = @Schema(implementation = Database.class)))
  public Response delete(
      @Parameter(description = ApiText.DATABASE) @PathParam("name") String name) {
    Optional<Tenant> left = provisioning.delete(new TenantName(name));
    return left.map(tenant -> accepted(tenant, Database.of(tenant)))
        .orElseGet(() -> Response.noContent().build());
  }

  @POST
  @Path("/{name}/credentials")
  @Operation(
      operationId = "setPassword",
      summary = "Sets a new password",
      description =
          "Gives the role of the database a new random password and shows it; the old one ends."
              + " Sessions that are open stay open.")
  @APIResponse(
      responseCode = "200",
      description = "The password is in force.",
      content = @Content(schema = @Schema(implementation = Database.class)))
  @APIResponse(
      responseCode = "202",
      description = "The password is stored and will be in force soon.",
      content = @Content(schema = @Schema(implementation = Database.class)))
  public Response setPassword(
      @Parameter(description = ApiText.DATABASE) @PathParam("name") String name) {
    NewPassword set = provisioning.changePassword(new TenantName(name));
    Database database = Database.of(set.tenant(), set.password());
    return set.inForce() ? Response.ok(database).build() : accepted(set.tenant(), database);
  }

  private static Response accepted(Tenant tenant, Database database) {
    return Response.accepted(database).location(location(tenant)).build();
  }

  private static URI location(Tenant tenant) {
    return UriBuilder.fromPath(PATH).segment(tenant.name().value()).build();
  }
}
