package dev.iasql.registry.api;

import dev.iasql.core.error.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The registry's REST API. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "IaSQL module registry",
            version = "1.0.0",
            description =
                "Modules, their versions, what they depend on and what they conflict with."
                    + " Errors are problem documents (RFC 9457) with stable codes."),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = RegistryApi.PROBLEM,
                    description = "What is wrong.",
                    content =
                        @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))))
public final class RegistryApi extends Application {
  /** Name of the answer all endpoints give when something is wrong. */
  static final String PROBLEM = "Problem";
}
