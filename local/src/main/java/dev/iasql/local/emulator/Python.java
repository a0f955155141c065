package dev.iasql.local.emulator;

import dev.iasql.local.FolderTree;
import dev.iasql.local.LaunchException;
import dev.iasql.local.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A Python that has moto: the machine's own where it has it, else one in a virtual environment of
 * ours.
 *
 * @param environment where ours is, or would be
 * @param report is told before moto is installed
 */
public record Python(Path environment, Consumer<String> report) {
  private static final String HAS_MOTO_SERVER =
      """
      import importlib.metadata, importlib.util, sys
      found = importlib.metadata.version("moto").startswith("5.") and all(
          importlib.util.find_spec(name) for name in ("flask", "flask_cors", "werkzeug"))
      sys.exit(0 if found else 1)
      """;

  /** The interpreter to run. Takes a while once, when moto has to be installed first. */
  public String command() {
    String own = environment.resolve("bin").resolve("python3").toString();
    return Stream.of(own, "python3")
        .filter(python -> succeeds(List.of(python, "-c", HAS_MOTO_SERVER)))
        .findFirst()
        .orElseGet(
            () -> {
              install(own);
              return own;
            });
  }

  private void install(String python) {
    String moto = "moto[server]==" + Versions.moto();
    report.accept(
        "installing " + moto + " into " + environment + ", once; it may take a minute or two");
    try {
      new FolderTree(environment).delete();
      run(List.of("python3", "-m", "venv", environment.toString()));
      run(List.of(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", moto));
    } catch (IOException e) {
      new FolderTree(environment).delete();
      throw new LaunchException(
          "the AWS emulator needs Python 3 with "
              + moto
              + ", and it could not be installed for you. Install Python with its venv module (Debian: apt-get install"
              + " python3-venv) and be online, or run: pip install '"
              + moto
              + "'. Or use your own AWS account with --aws.\n"
              + e.getMessage(),
          e);
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      run(command);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + " failed:\n" + output.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
