package dev.iasql.registry.bundle;

import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.bundle.BundleFolder;
import dev.iasql.registry.RegistryConfiguration;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The bundles this service brings along: those in its own jar, generated or written, and those in a
 * configured folder.
 */
@Singleton
public final class Shelf {
  /** The folders of the jar; one that is not there has no bundles. */
  private static final Map<String, ModuleKind> FOLDERS =
      Map.of("bundles", ModuleKind.AWS, "sql-modules", ModuleKind.SQL);

  private final Optional<Path> configured;

  Shelf(RegistryConfiguration configuration) {
    this.configured = configuration.bundles();
  }

  /** Shows every folder of bundles to the reader; paths in it are valid only meanwhile. */
  public void open(Consumer<BundleFolder> reader) {
    Path home = home();
    if (Files.isDirectory(home)) {
      openHome(home, reader);
    } else {
      openJar(home, reader);
    }
    configured.ifPresent(folder -> reader.accept(new BundleFolder(folder, ModuleKind.AWS)));
  }

  private static void openHome(Path home, Consumer<BundleFolder> reader) {
    FOLDERS.forEach((folder, kind) -> reader.accept(new BundleFolder(home.resolve(folder), kind)));
  }

  private static void openJar(Path jar, Consumer<BundleFolder> reader) {
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      openHome(content.getPath("/"), reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where this class was loaded from. A class path cannot list a folder; a jar can. */
  private static Path home() {
    try {
      return Path.of(Shelf.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the place this service was loaded from is not a path", e);
    }
  }
}
