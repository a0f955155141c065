package dev.iasql.gateway.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
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
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(
    securitySchemeName = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "The administrator's token, or the viewer's, which may only read.")
public final class GatewayApi extends Application {}
