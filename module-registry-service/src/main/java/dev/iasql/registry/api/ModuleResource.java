package dev.iasql.registry.api;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleGraph;
import dev.iasql.registry.store.StoredModule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The published modules. */
@Path("/api/v1/modules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Modules", description = "Published modules and how they hang together.")
@APIResponse(responseCode = "default", ref = RegistryApi.PROBLEM)
public final class ModuleResource {
  private final Library library;

  ModuleResource(Library library) {
    this.library = library;
  }

  @GET
  @Operation(
      operationId = "listModules",
      summary = "Lists modules",
      description = "The newest version of each module, or every version.")
  @APIResponse(responseCode = "200", description = "Modules, by name.")
  public ModuleList list(
      @Parameter(description = "Whether to list every version instead of the newest.")
          @QueryParam("all")
          @DefaultValue("false")
          boolean all) {
    List<StoredModule> modules = all ? library.all() : library.newest();
    return new ModuleList(modules.stream().map(ModuleSummary::of).toList());
  }

  @GET
  @Path("/{name}")
  @Operation(
      operationId = "getModule",
      summary = "Shows a module",
      description = "Its newest version and the list of all versions.")
  @APIResponse(responseCode = "200", description = "The module.")
  public ModuleVersions get(
      @Parameter(description = "Name of the module.", example = "aws_vpc") @PathParam("name")
          String name) {
    List<ModuleSummary> versions = library.versions(name).stream().map(ModuleSummary::of).toList();
    return new ModuleVersions(name, versions.getFirst(), versions);
  }

  @GET
  @Path("/{name}/versions/{version}")
  @Operation(
      operationId = "getModuleVersion",
      summary = "Shows a version of a module",
      description = "Its manifest, its documentation and the sizes of its files.")
  @APIResponse(responseCode = "200", description = "The version.")
  public ModuleDocument version(
      @Parameter(description = "Name of the module.", example = "aws_vpc") @PathParam("name")
          String name,
      @Parameter(description = "Semantic version.", example = "1.0.0") @PathParam("version")
          String version) {
    return ModuleDocument.of(library.version(name, version));
  }

  @GET
  @Path("/graph")
  @Operation(
      operationId = "getModuleGraph",
      summary = "Shows the dependency graph",
      description =
          "The newest version of each module, what depends on what, and which modules conflict.")
  @APIResponse(responseCode = "200", description = "The graph.")
  public ModuleGraph graph() {
    return ModuleGraph.of(
        library.newest().stream().map(module -> module.bundle().manifest()).toList());
  }

  @POST
  @Path("/resolve")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "resolveModules",
      summary = "Works out an installation",
      description = "What would come along with modules, in which order and why.")
  @APIResponse(responseCode = "200", description = "The steps, in order.")
  public ResolvedPlan resolve(ResolveRequest request) {
    if (request == null) {
      throw new UserException(
          ErrorCode.INVALID_REQUEST,
          "the request has no body",
          "Send {\"modules\": [\"aws_vpc\"]}.");
    }
    return ResolvedPlan.of(library.plan(request));
  }
}
