package dev.iasql.core.module;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.sql.Identifiers;
import java.util.Optional;

/**
 * A module as a user names it: {@code aws_vpc}, or with the wanted version {@code aws_vpc@1.0.0}.
 */
public record ModuleRef(String name, Optional<ModuleVersion> version) {

  /**
   * @throws UserException if the text is not a module name with an optional version
   */
  public static ModuleRef parse(String text) {
    int at = text.indexOf('@');
    String name = (at < 0 ? text : text.substring(0, at)).strip();
    if (!Identifiers.isPlain(name)) {
      throw new UserException(
          ErrorCode.INVALID_NAME,
          "\"%s\" is not a module name".formatted(abbreviated(text)),
          "A module name is lower-case letters, digits and underscores, such as aws_vpc; see SELECT * FROM iasql_modules_list().");
    }
    if (at < 0) {
      return new ModuleRef(name, Optional.empty());
    }
    try {
      return new ModuleRef(name, Optional.of(ModuleVersion.parse(text.substring(at + 1).strip())));
    } catch (IllegalArgumentException e) {
      throw new UserException(
          ErrorCode.INVALID_NAME,
          "\"%s\" does not end in a version".formatted(abbreviated(text)),
          null,
          "Write a version as three numbers, such as %s@1.0.0.".formatted(name),
          e);
    }
  }

  private static String abbreviated(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
