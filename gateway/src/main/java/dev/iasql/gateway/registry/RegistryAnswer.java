package dev.iasql.gateway.registry;

import java.net.URI;
import java.util.Optional;

/**
 * What the registry has answered, to be passed on as it is.
 *
 * @param location the path of what was made
 */
public record RegistryAnswer(
    int status, Optional<String> mediaType, Optional<URI> location, String body) {}
