package dev.iasql.registry.api;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleRef;
import java.util.List;

/**
 * What shall be installed, and beside what.
 *
 * @param modules names, each with an optional version: {@code aws_vpc@1.0.0}
 * @param installed what is there already, each with its version
 */
public record ResolveRequest(List<String> modules, List<String> installed) {
  private static final int MOST = 200;

  List<ModuleRef> wantedModules() {
    if (modules == null || modules.isEmpty()) {
      throw new UserException(
          ErrorCode.NO_ARGUMENT,
          "the field \"modules\" names no module",
          "Send {\"modules\": [\"aws_vpc\"]}.");
    }
    return parsed("modules", modules);
  }

  List<ModuleRef> installedModules() {
    return installed == null ? List.of() : parsed("installed", installed);
  }

  private static List<ModuleRef> parsed(String field, List<String> names) {
    if (names.size() > MOST) {
      throw new UserException(
          ErrorCode.TOO_MANY_ARGUMENTS,
          "the field \"%s\" has %d names; at most %d are taken"
              .formatted(field, names.size(), MOST),
          "Split them over several requests.");
    }
    if (names.stream().anyMatch(name -> name == null)) {
      throw new UserException(
          ErrorCode.NULL_ARGUMENT,
          "the field \"%s\" contains null".formatted(field),
          "Give the name of a module as text.");
    }
    return names.stream().map(ModuleRef::parse).toList();
  }
}
