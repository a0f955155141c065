package dev.iasql.local.service;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.JavaProgram;
import dev.iasql.local.process.LoopbackProbe;
import dev.iasql.local.process.Part;
import dev.iasql.local.process.ServerCommand;
import dev.iasql.local.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One of our own services.
 *
 * @param name also the name of its Maven module
 * @param jar what is run
 * @param directory where it runs; empty, so that no stray configuration file is picked up
 * @param port where it answers its users
 * @param managementPort where it tells its health
 * @param jvm how much memory it gets, and its other JVM flags
 * @param environment its configuration
 */
public record ServicePart(
    String name,
    Path jar,
    Path directory,
    int port,
    int managementPort,
    JavaProgram jvm,
    Map<String, String> environment)
    implements Part {
  @Override
  public List<Integer> ports() {
    return List.of(port, managementPort);
  }

  @Override
  public ServerCommand prepare() {
    if (!Files.exists(jar)) {
      throw new LaunchException(jar + " is missing. \"./iasql build\" makes it.");
    }
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new LaunchException("cannot make " + directory + ": " + e.getMessage(), e);
    }
    return new ServerCommand(
        name,
        jvm.rememberingClasses(directory.resolve("classes.jsa")).jar(jar),
        environment,
        directory,
        Signal.TERM);
  }

  @Override
  public boolean ready() {
    return LoopbackProbe.answersOk(managementPort, "/q/health/ready");
  }

  /** Without the environment, which holds passwords. */
  @Override
  public String toString() {
    return "ServicePart[" + name + "]";
  }
}
