package dev.iasql.registry.api;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.MermaidGraph;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleGraph;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.SvgGraph;
import dev.iasql.core.rest.Access;
import dev.iasql.core.rest.UploadedBundle;
import dev.iasql.core.rest.ZippedBundle;
import dev.iasql.registry.access.AdministratorOnly;
import dev.iasql.registry.access.RegistryTokens;
import dev.iasql.registry.publish.Publisher;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** The published modules. */
@Path(ModuleResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Modules", description = "Published modules and how they hang together.")
@APIResponse(responseCode = "default", ref = RegistryApi.PROBLEM)
public final class ModuleResource {
  static final String PATH = "/api/v1/modules";

  private static final Logger LOG = Logger.getLogger(ModuleResource.class);
  private static final String MERMAID = "text/vnd.mermaid";
  private static final String SVG = "image/svg+xml";

  private final Library library;
  private final Publisher publisher;
  private final RegistryTokens tokens;

  ModuleResource(Library library, Publisher publisher, RegistryTokens tokens) {
    this.library = library;
    this.publisher = publisher;
    this.tokens = tokens;
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
    return new ModuleList(all ? library.all() : library.newest());
  }

  @POST
  @Consumes(ZippedBundle.MEDIA_TYPE)
  @AdministratorOnly
  @Operation(
      operationId = "publishModule",
      summary = "Publishes a version of a module",
      description =
          "The body is a zip archive of module.yaml, install.sql, uninstall.sql and README.md, and"
              + " of migrations/from-<version>.sql where an installed version can be upgraded. At"
              + " most 1 MiB zipped, 4 MiB unzipped and 200 files. Nothing of it is executed. A"
              + " published version never changes.")
  @APIResponse(
      responseCode = "201",
      description = "The version is published; Location is its address.",
      content = @Content(schema = @Schema(implementation = ModuleDocument.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was published before with the same content.",
      content = @Content(schema = @Schema(implementation = ModuleDocument.class)))
  public Response publish(
      @RequestBody(
              description = "A zip archive.",
              required = true,
              content =
                  @Content(
                      mediaType = ZippedBundle.MEDIA_TYPE,
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream zip) {
    ModuleBundle bundle = UploadedBundle.read(zip).bundle();
    ModuleId id = bundle.id();
    boolean added = publisher.publish(bundle);
    LOG.infof("module published by=administrator module=%s new=%s", id, added);
    ModuleDocument document = library.version(id.name(), id.version().toString(), true);
    return added
        ? Response.created(location(id)).entity(document).build()
        : Response.ok(document).location(location(id)).build();
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
    List<ModuleSummary> versions = library.versions(name);
    return new ModuleVersions(name, versions.getFirst(), versions);
  }

  @GET
  @Path("/{name}/versions/{version}")
  @Operation(
      operationId = "getModuleVersion",
      summary = "Shows a version of a module",
      description =
          "Its manifest, its documentation, what it conflicts with and the sizes of its files; to"
              + " administrators also how many databases use it.")
  @APIResponse(responseCode = "200", description = "The version.")
  public ModuleDocument version(
      @Parameter(description = "Name of the module.", example = "aws_vpc") @PathParam("name")
          String name,
      @Parameter(description = "Semantic version.", example = "1.0.0") @PathParam("version")
          String version,
      @Context HttpHeaders headers) {
    boolean administrator =
        tokens.access(headers.getHeaderString(HttpHeaders.AUTHORIZATION)) == Access.ADMINISTER;
    return library.version(name, version, administrator);
  }

  @DELETE
  @Path("/{name}/versions/{version}")
  @AdministratorOnly
  @Operation(
      operationId = "deleteModuleVersion",
      summary = "Deletes a version of a module",
      description =
          "Refused while databases use it or published modules need it, and for versions that ship"
              + " with the registry. A deleted version can be published again, with the same"
              + " content.")
  @APIResponse(responseCode = "204", description = "The version is no longer there.")
  public void delete(
      @Parameter(description = "Name of the module.") @PathParam("name") String name,
      @Parameter(description = "Semantic version.") @PathParam("version") String version) {
    ModuleId id = library.id(name, version);
    publisher.withdraw(id);
    LOG.infof("module deleted by=administrator module=%s", id);
  }

  @GET
  @Path("/graph")
  @Produces(MediaType.APPLICATION_JSON + ";qs=1.0")
  @Operation(
      operationId = "getModuleGraph",
      summary = "Shows the dependency graph",
      description =
          "The newest version of each module, what depends on what, and which modules conflict; by"
              + " the header Accept as JSON, as a Mermaid diagram or as an SVG picture.")
  @APIResponse(
      responseCode = "200",
      description = "The graph.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ModuleGraph.class)),
        @Content(mediaType = MERMAID, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING))
      })
  public ModuleGraph graph() {
    return ModuleGraph.of(library.newestManifests());
  }

  @GET
  @Path("/graph")
  @Produces(MERMAID + ";qs=0.6")
  @Operation(hidden = true)
  public String mermaid() {
    return MermaidGraph.of(graph());
  }

  @GET
  @Path("/graph")
  @Produces(SVG + ";qs=0.5")
  @Operation(hidden = true)
  public String svg() {
    return SvgGraph.of(graph());
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

  private static URI location(ModuleId id) {
    return UriBuilder.fromPath(PATH)
        .segment(id.name(), "versions", id.version().toString())
        .build();
  }
}
