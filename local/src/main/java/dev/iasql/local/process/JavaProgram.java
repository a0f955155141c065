package dev.iasql.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a Java program of ours is run: with the JVM that runs us, and flags for small machines. */
public final class JavaProgram {
  private final List<String> arguments = new ArrayList<>();

  public JavaProgram(String maximumHeap) {
    arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    arguments.addAll(
        List.of("-Xmx" + maximumHeap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
  }

  public JavaProgram flags(String... flags) {
    arguments.addAll(List.of(flags));
    return this;
  }

  public List<String> main(String classPath, String mainClass, String... programArguments) {
    List<String> command = new ArrayList<>(arguments);
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(List.of(programArguments));
    return command;
  }

  public List<String> jar(Path jar) {
    List<String> command = new ArrayList<>(arguments);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }
}
