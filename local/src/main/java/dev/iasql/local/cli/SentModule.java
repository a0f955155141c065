package dev.iasql.local.cli;

import dev.iasql.local.module.ModuleArchive;
import dev.iasql.local.module.ModuleFolder;
import java.nio.file.Path;

/** A version of a module, ready to be sent. */
record SentModule(ModuleFolder folder, ModuleArchive archive) {
  static SentModule of(Path path) {
    ModuleFolder folder = ModuleFolder.of(path);
    return new SentModule(folder, ModuleArchive.of(folder));
  }
}
