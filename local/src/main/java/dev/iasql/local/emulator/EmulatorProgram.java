package dev.iasql.local.emulator;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Our Python files that serve the emulator, copied out of our jar. */
record EmulatorProgram(Path folder) {
  private static final List<String> FILES = List.of("aws_emulator.py", "sample_account.py");

  Path write() {
    try {
      Files.createDirectories(folder);
      for (String file : FILES) {
        try (InputStream resource = EmulatorProgram.class.getResourceAsStream(file)) {
          Files.copy(resource, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return folder.resolve(FILES.getFirst());
    } catch (IOException e) {
      throw new LaunchException(
          "cannot write the AWS emulator to " + folder + ": " + e.getMessage(), e);
    }
  }
}
