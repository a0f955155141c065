package dev.iasql.aws.schema;

import static java.util.stream.Collectors.joining;

import dev.iasql.aws.bundle.ModuleBundles;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.modules.AwsTables;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.core.module.ModuleBundle;
import java.util.Arrays;
import java.util.List;

/** Modules that are installed together, in order of dependency. */
public record Installation(List<AwsModule> modules) {
  /** The modules most users have. */
  public static final Installation USUAL =
      of("aws_account@1.0.0 aws_vpc@1.0.0 aws_security_group@1.1.0");

  /** The others, at the same resources. */
  static final Installation ALTERNATIVE =
      of("aws_account@1.0.0 aws_vpc_lean@1.0.0 aws_security_group_inline@1.0.0");

  static Installation of(String modules) {
    return new Installation(Arrays.stream(modules.split(" ")).map(Installation::module).toList());
  }

  private static AwsModule module(String id) {
    String[] parts = id.split("@", 2);
    return AwsModules.all().find(parts[0], parts[1]).orElseThrow();
  }

  public List<ModuleBundle> bundles() {
    ModuleBundles bundles = new ModuleBundles(AwsModules.all());
    return modules.stream().map(bundles::of).toList();
  }

  List<AwsTable<?>> tables() {
    return new AwsTables(modules).tables();
  }

  @Override
  public String toString() {
    return modules.stream().map(m -> m.name() + "@" + m.version()).collect(joining(" "));
  }
}
