package dev.iasql.install.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.request.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a call that names modules; a boolean among them is {@code force}.
 *
 * @param force whether uncommitted changes and objects of the user may be thrown away
 */
record ModuleArguments(List<ModuleRef> modules, boolean force) {

  /**
   * @throws dev.iasql.core.error.UserException if one is not a module name
   */
  static ModuleArguments of(Request request) {
    List<ModuleRef> modules = new ArrayList<>();
    boolean force = false;
    for (JsonNode argument : request.arguments()) {
      if (argument.isBoolean()) {
        force = argument.booleanValue();
      } else {
        modules.add(ModuleRef.parse(argument.asText()));
      }
    }
    return new ModuleArguments(modules, force);
  }
}
