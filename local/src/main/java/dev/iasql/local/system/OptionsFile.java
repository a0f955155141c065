package dev.iasql.local.system;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The options of the running system as a file. */
public record OptionsFile(Path path) {
  private static final String PORT_BASE = "port-base";
  private static final String CLOUD = "cloud";
  private static final String SEEDED = "seeded";
  private static final String ENDPOINT = "endpoint";
  private static final String PROFILE = "profile";
  private static final String REGION = "region";
  private static final String REGIONS = "regions";
  private static final String DEMO = "demo";

  public void write(SystemOptions options) {
    Properties properties = new Properties();
    properties.setProperty(PORT_BASE, "" + options.ports().base());
    switch (options.cloud()) {
      case Cloud.Emulator emulator -> {
        properties.setProperty(CLOUD, "emulator");
        properties.setProperty(SEEDED, "" + emulator.seeded());
      }
      case Cloud.Endpoint endpoint -> {
        properties.setProperty(CLOUD, ENDPOINT);
        properties.setProperty(ENDPOINT, endpoint.address().toString());
      }
      case Cloud.Aws aws -> {
        properties.setProperty(CLOUD, "aws");
        aws.profile().ifPresent(profile -> properties.setProperty(PROFILE, profile));
      }
    }
    options.region().ifPresent(region -> properties.setProperty(REGION, region));
    properties.setProperty(REGIONS, String.join(",", options.regions()));
    properties.setProperty(DEMO, "" + options.demo());
    try (Writer writer = Files.newBufferedWriter(path)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new LaunchException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  /** The options, if a system was ever started here. */
  public Optional<SystemOptions> read() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new LaunchException("cannot read " + path + ": " + e.getMessage(), e);
    }
    return Optional.of(
        new SystemOptions(
            new PortPlan(Integer.parseInt(properties.getProperty(PORT_BASE))),
            cloud(properties),
            Optional.ofNullable(properties.getProperty(REGION)),
            regions(properties.getProperty(REGIONS)),
            Boolean.parseBoolean(properties.getProperty(DEMO))));
  }

  private static Cloud cloud(Properties properties) {
    return switch (properties.getProperty(CLOUD)) {
      case "emulator" -> new Cloud.Emulator(Boolean.parseBoolean(properties.getProperty(SEEDED)));
      case ENDPOINT -> new Cloud.Endpoint(URI.create(properties.getProperty(ENDPOINT)));
      default -> new Cloud.Aws(Optional.ofNullable(properties.getProperty(PROFILE)));
    };
  }

  private static List<String> regions(String list) {
    return list.isEmpty() ? List.of() : Arrays.asList(list.split(","));
  }
}
