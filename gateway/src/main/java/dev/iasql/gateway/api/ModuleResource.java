package dev.iasql.gateway.api;

import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.gateway.event.ModuleNews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The modules there are, as the registry has told; it need not be there to answer. */
@Path("/api/v1/modules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Modules", description = "What can be installed in a database.")
@APIResponse(responseCode = "default", ref = GatewayApi.PROBLEM)
public final class ModuleResource {
  private final ModuleCatalogue catalogue;

  ModuleResource(ModuleNews news) {
    this.catalogue = news.catalogue();
  }

  @GET
  @Operation(
      operationId = "listModules",
      summary = "Lists modules",
      description = "The newest version of every published module, by name.")
  @APIResponse(responseCode = "200", description = "A page of modules.")
  public Page<Module> list(
      @Parameter(description = ApiText.LIMIT)
          @QueryParam("limit")
          @DefaultValue(PageRequest.DEFAULT_LIMIT)
          String limit,
      @Parameter(description = ApiText.CURSOR) @QueryParam("cursor") String cursor) {
    return Page.of(
        catalogue.names().stream()
            .sorted()
            .map(catalogue::newest)
            .flatMap(Optional::stream)
            .map(Module::of),
        Module::name,
        PageRequest.of(limit, cursor));
  }
}
