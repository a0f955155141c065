package dev.iasql.gateway.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a database is made from. */
@Schema(description = "A database to be made.")
public record NewDatabase(
    @Schema(
            description =
                "Name of the tenant, its database and its role: 1 to 40 lower-case letters, digits"
                    + " and underscores, beginning with a letter.",
            examples = "demo",
            required = true)
        String name) {}
