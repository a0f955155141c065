package dev.iasql.sync.commit;

import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudResource;
import dev.iasql.aws.spi.ManagedResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The real modules, with an eye on what they are asked to write and a chance to do something just
 * before or after.
 */
final class WatchedAws {
  private final List<String> writes = Collections.synchronizedList(new ArrayList<>());
  private Runnable before = () -> {};
  private Runnable after = () -> {};

  AwsModules around(AwsModules modules) {
    return new AwsModules(modules.modules().stream().map(this::watched).toList());
  }

  private AwsModule watched(AwsModule module) {
    return new AwsModule(
        module.name(),
        module.version(),
        module.summary(),
        module.dependencies(),
        module.capabilities(),
        module.earlierVersions(),
        module.resources().stream().<CloudResource<?>>map(this::watched).toList(),
        module.functions());
  }

  private CloudResource<?> watched(CloudResource<?> resource) {
    return resource instanceof ManagedResource<?> managed ? new Watched<>(managed) : resource;
  }

  /** What was asked for since {@link #forget()}: {@code create Vpc}. */
  List<String> writes() {
    return List.copyOf(writes);
  }

  void forget() {
    writes.clear();
    before = () -> {};
    after = () -> {};
  }

  /** Something happens once, just before AWS is asked for the next thing. */
  void beforeNextWrite(Runnable event) {
    before = event;
  }

  /** Something happens once, just after AWS did the next thing. */
  void afterNextWrite(Runnable event) {
    after = event;
  }

  private void begins(String action, Class<? extends Record> record) {
    writes.add(action + " " + record.getSimpleName());
    Runnable event = before;
    before = () -> {};
    event.run();
  }

  private void ended() {
    Runnable event = after;
    after = () -> {};
    event.run();
  }

  private final class Watched<R extends Record> implements ManagedResource<R> {
    private final ManagedResource<R> resource;

    Watched(ManagedResource<R> resource) {
      this.resource = resource;
    }

    @Override
    public Class<R> record() {
      return resource.record();
    }

    @Override
    public Stream<R> list(Aws aws) {
      return resource.list(aws);
    }

    @Override
    public R create(Aws aws, R wanted) {
      begins("create", record());
      R made = resource.create(aws, wanted);
      ended();
      return made;
    }

    @Override
    public R update(Aws aws, R from, R to) {
      begins("update", record());
      R made = resource.update(aws, from, to);
      ended();
      return made;
    }

    @Override
    public void delete(Aws aws, R row) {
      begins("delete", record());
      resource.delete(aws, row);
      ended();
    }
  }
}
