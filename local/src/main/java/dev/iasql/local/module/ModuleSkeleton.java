package dev.iasql.local.module;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first version of a module: one table, small but whole, to be changed into what is wanted. */
public record ModuleSkeleton(ModuleName name) {
  private static final String VERSION = "1.0.0";

  /** Each is a resource of this class's package. */
  private static final List<String> FILES =
      List.of("module.yaml", "install.sql", "uninstall.sql", "README.md", "tests/10-smoke.sql");

  /**
   * Writes its files.
   *
   * @param parent where the module's folder is made
   * @return the folder of the version
   * @throws LaunchException if the module's folder is there already, or cannot be written
   */
  public Path writeInto(Path parent) {
    Path module = parent.resolve(name.value());
    if (Files.exists(module)) {
      throw new LaunchException(
          module + " exists already. Choose another name, or another folder with --into.");
    }
    Path version = module.resolve(VERSION);
    try {
      for (String file : FILES) {
        Path target = version.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, template(file).replace("${name}", name.value()));
      }
    } catch (IOException e) {
      throw new LaunchException("cannot write " + module + ": " + e.getMessage(), e);
    }
    return version;
  }

  private static String template(String file) {
    try (InputStream template = ModuleSkeleton.class.getResourceAsStream("skeleton/" + file)) {
      return new String(template.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
