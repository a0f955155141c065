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

  /** The two that do the most keep the optimising compiler. */
  public List<ServicePart> parts() {
    JavaProgram small = JavaProgram.withHeap(SMALL_HEAP);
    return List.of(
        part(REGISTRY, ports.registry(), small.quickToStart(), environment.registry()),
        part(INSTALL, ports.install(), small.quickToStart(), environment.install()),
        part(SYNC, ports.sync(), JavaProgram.withHeap(LARGE_HEAP), environment.sync()),
        part(GATEWAY, ports.gateway(), small, environment.gateway()));
  }

  /** The jar Quarkus makes of a service. */
  public static Path jar(Path checkout, String service) {
    return checkout.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
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
