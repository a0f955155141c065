package dev.iasql.gateway.api;

import dev.iasql.core.error.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The admin REST API. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "IaSQL",
            version = "1.0.0",
            description =
                """
                Makes and removes tenant databases, and shows what goes on in them.

                Every request needs the header `Authorization: Bearer <token>`. Errors are problem \
                documents (RFC 9457) whose `code` never changes. Lists come in pages: `next` is the \
                `cursor` of the following one. `X-Request-Id` is echoed, or made if it is missing.\
                """),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = GatewayApi.PROBLEM,
                    description = "What is wrong.",
                    content =
                        @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))),
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(
    securitySchemeName = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "The administrator's token, or the viewer's, which may only read.")
public final class GatewayApi extends Application {
  /** Name of the answer all endpoints give when something is wrong. */
  static final String PROBLEM = "Problem";
}
