package dev.iasql.local.cli;

import dev.iasql.local.kafka.ServerClassPath;
import dev.iasql.local.process.JavaProgram;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program to type SQL into.
 *
 * @param port where Postgres listens
 * @param tenant the database, and the role of the same name
 * @param password the role's, unless only the user knows it
 */
record SqlShell(int port, String tenant, Optional<String> password) {
  private static final String HOST = "127.0.0.1";

  /**
   * How to run it with these arguments. Passwords go through the environment, which only the user
   * can see.
   */
  ProcessBuilder command(List<String> arguments) {
    return hasPsql() ? psql(arguments) : bundled(arguments);
  }

  private ProcessBuilder psql(List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of("psql", "-h", HOST, "-p", "" + port, "-U", tenant, "-d", tenant));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    password.ifPresent(secret -> builder.environment().put("PGPASSWORD", secret));
    return builder;
  }

  private ProcessBuilder bundled(List<String> arguments) {
    List<String> words =
        new ArrayList<>(List.of("jdbc:postgresql://" + HOST + ":" + port + "/" + tenant, tenant));
    words.addAll(arguments);
    String classPath =
        System.getProperty("java.class.path") + File.pathSeparator + ServerClassPath.asOption();
    ProcessBuilder builder =
        new ProcessBuilder(
            JavaProgram.withHeap("128m")
                .flags("--enable-native-access=ALL-UNNAMED")
                .main(classPath, BundledSqlShell.class.getName(), words.toArray(String[]::new)));
    password.ifPresent(secret -> builder.environment().put(BundledSqlShell.PASSWORD, secret));
    return builder;
  }

  private static boolean hasPsql() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "psql"))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "SqlShell[" + tenant + "]";
  }
}
