package dev.iasql.core.module;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The error for a module nobody published, with the name the user probably meant. */
public final class UnknownModule {
  private static final String LIST = "SELECT * FROM iasql_modules_list() shows all modules.";

  private UnknownModule() {}

  public static UserException named(String name, Collection<String> known) {
    return new UserException(
        ErrorCode.MODULE_NOT_FOUND,
        "there is no module \"%s\"".formatted(name),
        closest(name, known)
            .map(candidate -> "Did you mean %s? %s".formatted(candidate, LIST))
            .orElse(LIST));
  }

  /** The same; what turns out to be a capability is answered with the modules that have it. */
  static UserException named(String name, ModuleCatalogue catalogue) {
    List<String> providers = catalogue.providersOf(name);
    return providers.isEmpty()
        ? named(name, catalogue.names())
        : new UserException(
            ErrorCode.MODULE_NOT_FOUND,
            "there is no module \"%s\"".formatted(name),
            "It is a capability; ask for a module that provides it: %s."
                .formatted(String.join(", ", providers)));
  }

  static UserException version(String name, ModuleVersion wanted, List<Candidate> versions) {
    return new UserException(
        ErrorCode.VERSION_NOT_FOUND,
        "module %s has no version %s".formatted(name, wanted),
        versions.stream()
            .map(candidate -> candidate.version().toString())
            .collect(Collectors.joining(", ", "It has ", ".")));
  }

  /** The known name nearest in spelling, unless even that is too far to be a slip. */
  public static Optional<String> closest(String name, Collection<String> known) {
    int limit = Math.max(2, name.length() / 3);
    LevenshteinDistance distance = new LevenshteinDistance(limit);
    return known.stream()
        .filter(candidate -> distance.apply(name, candidate) >= 0)
        .min(
            Comparator.<String>comparingInt(candidate -> distance.apply(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .or(() -> known.stream().filter(candidate -> candidate.endsWith("_" + name)).findFirst());
  }
}
