package dev.iasql.local.service;

import dev.iasql.local.process.JavaProgram;
import dev.iasql.local.system.PortPlan;
import dev.iasql.local.system.StateFolder;
import dev.iasql.local.system.SystemOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The four services of IaSQL. */
public final class Services {
  public static final String REGISTRY = "module-registry-service";
  public static final String INSTALL = "install-service";
  public static final String SYNC = "sync-service";
  public static final String GATEWAY = "gateway";

  /** In the order in which work flows through them. */
  public static final List<String> NAMES = List.of(REGISTRY, INSTALL, SYNC, GATEWAY);

  private static final String SMALL_HEAP = "192m";
  private static final String LARGE_HEAP = "256m";

  private final Path checkout;
  private final StateFolder state;
  private final PortPlan ports;
  private final ServiceEnvironment environment;

  /**
   * @param checkout the folder of the project, which holds the services' jars
   */
  public Services(Path checkout, StateFolder state, SystemOptions options) {
    this.checkout = checkout;
    this.state = state;
    this.ports = options.ports();
    this.environment = new ServiceEnvironment(options, state.secrets(), System.getenv());
  }

  public List<ServicePart> parts() {
    return List.of(
        part(REGISTRY, ports.registry(), quickToStart(), environment.registry()),
        part(INSTALL, ports.install(), quickToStart(), environment.install()),
        part(SYNC, ports.sync(), new JavaProgram(LARGE_HEAP), environment.sync()),
        part(GATEWAY, ports.gateway(), quickToStart(), environment.gateway()));
  }

  /** The jar Quarkus makes of a service. */
  public static Path jar(Path checkout, String service) {
    return checkout.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /**
   * The optimising compiler costs more than it brings where little is computed; sync-service keeps
   * it.
   */
  private static JavaProgram quickToStart() {
    return new JavaProgram(SMALL_HEAP).flags("-XX:TieredStopAtLevel=1");
  }

  private ServicePart part(String name, int port, JavaProgram jvm, Map<String, String> variables) {
    return new ServicePart(
        name,
        jar(checkout, name),
        state.files().folder(name),
        port,
        ports.management(port),
        jvm,
        variables);
  }
}
