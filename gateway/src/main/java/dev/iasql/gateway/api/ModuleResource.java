package dev.iasql.gateway.api;

import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.rest.UploadedBundle;
import dev.iasql.core.rest.ZippedBundle;
import dev.iasql.gateway.check.CheckReport;
import dev.iasql.gateway.check.ModuleCheck;
import dev.iasql.gateway.event.ModuleNews;
import dev.iasql.gateway.registry.Registry;
import dev.iasql.gateway.registry.RegistryAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/**
 * The modules there are. Which ones is answered from what the registry has told; everything else
 * the registry is asked.
 */
@Path(ModuleResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Modules", description = "What can be installed in a database.")
@APIResponse(responseCode = "default", ref = GatewayApi.PROBLEM)
public final class ModuleResource {
  static final String PATH = "/api/v1/modules";

  private static final Logger LOG = Logger.getLogger(ModuleResource.class);
  private static final String MERMAID = "text/vnd.mermaid";
  private static final String SVG = "image/svg+xml";

  private final ModuleCatalogue catalogue;
  private final Registry registry;
  private final ModuleCheck check;

  ModuleResource(ModuleNews news, Registry registry, ModuleCheck check) {
    this.catalogue = news.catalogue();
    this.registry = registry;
    this.check = check;
  }

  @GET
  @Operation(
      operationId = "listModules",
      summary = "Lists modules",
      description =
          "The newest version of every published module, by name, and what each conflicts with."
              + " Answers while the registry is away.")
  @APIResponse(responseCode = "200", description = "A page of modules.")
  public Page<Module> list(
      @Parameter(description = ApiText.LIMIT)
          @QueryParam("limit")
          @DefaultValue(PageRequest.DEFAULT_LIMIT)
          String limit,
      @Parameter(description = ApiText.CURSOR) @QueryParam("cursor") String cursor) {
    return Page.of(
            catalogue.names().stream().sorted().map(catalogue::newest).flatMap(Optional::stream),
            manifest -> manifest.name(),
            PageRequest.of(limit, cursor))
        .map(manifest -> Module.of(catalogue, manifest));
  }

  @POST
  @Consumes(ZippedBundle.MEDIA_TYPE)
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
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "It was published before with the same content.",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Response publish(
      @RequestBody(
              description = ApiText.BUNDLE,
              required = true,
              content =
                  @Content(
                      mediaType = ZippedBundle.MEDIA_TYPE,
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream zip) {
    RegistryAnswer answer = registry.post(PATH, ZippedBundle.MEDIA_TYPE, ZippedBundle.bounded(zip));
    LOG.infof(
        "module publication by=administrator module=%s status=%d",
        answer.location().map(Object::toString).orElse("unknown"), answer.status());
    return response(answer);
  }

  @POST
  @Path("/check")
  @Consumes(ZippedBundle.MEDIA_TYPE)
  @Operation(
      operationId = "checkModule",
      summary = "Tries a bundle",
      description =
          "Installs it in a database made for the purpose, runs its tests and removes it, and says"
              + " rule by rule what was found. Nothing is published. Two checks run at once.")
  @APIResponse(responseCode = "200", description = "What was found.")
  public CheckReport check(
      @RequestBody(
              description = ApiText.BUNDLE,
              required = true,
              content =
                  @Content(
                      mediaType = ZippedBundle.MEDIA_TYPE,
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream zip) {
    UploadedBundle bundle = UploadedBundle.read(zip);
    CheckReport report = check.check(bundle);
    LOG.infof(
        "module checked by=administrator module=%s passed=%s",
        bundle.bundle().id(), report.passed());
    return report;
  }

  @POST
  @Path("/resolve")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "resolveModules",
      summary = "Works out an installation",
      description =
          "What would come along with modules, in which order and why, as iasql_install_plan"
              + " answers. The body is {\"modules\": [\"aws_vpc\"], \"installed\":"
              + " [\"aws_account@1.0.0\"]}.")
  @APIResponse(
      responseCode = "200",
      description = "The steps, in order.",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Response resolve(
      @RequestBody(
              description = "What is wanted, and what is installed already.",
              required = true,
              content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
          byte[] question) {
    return response(registry.post(PATH + "/resolve", MediaType.APPLICATION_JSON, question));
  }

  @GET
  @Path("/graph")
  @Produces({MediaType.APPLICATION_JSON + ";qs=1.0", MERMAID + ";qs=0.6", SVG + ";qs=0.5"})
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
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = MERMAID, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING))
      })
  public Response graph(@HeaderParam(HttpHeaders.ACCEPT) @DefaultValue("*/*") String accept) {
    return response(registry.get(PATH + "/graph", accept, false));
  }

  @GET
  @Path("/{name}")
  @Operation(
      operationId = "getModule",
      summary = "Shows a module",
      description = "Its newest version and the list of all versions.")
  @APIResponse(
      responseCode = "200",
      description = "The module.",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Response get(@Parameter(description = ApiText.MODULE) @PathParam("name") String name) {
    return response(registry.get(path(name), MediaType.APPLICATION_JSON, false));
  }

  @GET
  @Path("/{name}/versions/{version}")
  @Operation(
      operationId = "getModuleVersion",
      summary = "Shows a version of a module",
      description =
          "Its manifest, its documentation, what it conflicts with, the sizes of its files, and how"
              + " many databases use it.")
  @APIResponse(
      responseCode = "200",
      description = "The version.",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Response version(
      @Parameter(description = ApiText.MODULE) @PathParam("name") String name,
      @Parameter(description = ApiText.VERSION) @PathParam("version") String version) {
    return response(
        registry.get(path(name, "versions", version), MediaType.APPLICATION_JSON, true));
  }

  @DELETE
  @Path("/{name}/versions/{version}")
  @Operation(
      operationId = "deleteModuleVersion",
      summary = "Deletes a version of a module",
      description =
          "Refused while databases use it or published modules need it, and for versions that ship"
              + " with the registry.")
  @APIResponse(responseCode = "204", description = "The version is no longer there.")
  public Response delete(
      @Parameter(description = ApiText.MODULE) @PathParam("name") String name,
      @Parameter(description = ApiText.VERSION) @PathParam("version") String version) {
    RegistryAnswer answer = registry.delete(path(name, "versions", version));
    LOG.infof(
        "module deletion by=administrator module=%s version=%s status=%d",
        name, version, answer.status());
    return response(answer);
  }

  private static String path(String... segments) {
    return UriBuilder.fromPath(PATH).segment(segments).build().getRawPath();
  }

  private static Response response(RegistryAnswer answer) {
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.mediaType().ifPresent(response::type);
    answer.location().ifPresent(response::location);
    return answer.body().isEmpty() ? response.build() : response.entity(answer.body()).build();
  }
}
