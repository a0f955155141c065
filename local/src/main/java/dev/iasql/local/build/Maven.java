package dev.iasql.local.build;

import dev.iasql.local.LaunchException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The user's Maven, run with the JDK that runs us. */
public record Maven(Path checkout) {

  /** Runs it in the user's terminal and returns its exit code. */
  public int run(List<String> arguments) {
    try {
      return process(arguments).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw notRunnable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while Maven was running", e);
    }
  }

  /** Runs it, handing over each line it prints, and returns its exit code. */
  int run(List<String> arguments, Consumer<String> output) {
    try {
      Process process = process(arguments).redirectErrorStream(true).start();
      process.getOutputStream().close();
      try (BufferedReader lines = process.inputReader()) {
        lines.lines().forEach(output);
      }
      return process.waitFor();
    } catch (IOException e) {
      throw notRunnable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while Maven was running", e);
    }
  }

  private ProcessBuilder process(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("mvn"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(checkout.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private static LaunchException notRunnable(IOException e) {
    return new LaunchException("cannot run mvn: " + e.getMessage(), e);
  }
}
