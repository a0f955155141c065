package dev.iasql.local.service;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.JavaProgram;
import dev.iasql.local.process.Part;
import dev.iasql.local.process.ServerCommand;
import dev.iasql.local.process.Signal;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
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
  private static final int TIMEOUT_MILLIS = 3000;

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
    return new ServerCommand(name, jvm.jar(jar), environment, directory, Signal.TERM);
  }

  @Override
  public boolean ready() {
    try {
      URI health = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  /** Without the environment, which holds passwords. */
  @Override
  public String toString() {
    return "ServicePart[" + name + "]";
  }
}
