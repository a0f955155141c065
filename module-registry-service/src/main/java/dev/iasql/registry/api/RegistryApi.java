package dev.iasql.registry.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The registry's REST API. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "IaSQL module registry",
            version = "1.0.0",
            description =
                "Modules, their versions, what they depend on and what they conflict with."
                    + " Errors are problem documents (RFC 9457) with stable codes."))
public final class RegistryApi extends Application {}
