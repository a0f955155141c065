package dev.iasql.sync.testing;

import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.sync.account.AccountRegion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The cloud side of a table whose cloud is the test: it has what the test puts there. */
public final class ScriptedTable<R extends Record> implements ManagedResource<R> {
  private final Class<R> record;
  private final Map<AccountRegion, Supplier<Stream<R>>> places = new ConcurrentHashMap<>();

  public ScriptedTable(Class<R> record) {
    this.record = record;
  }

  /** From now on a place has these and no others. */
  @SafeVarargs
  public final void has(String account, String region, R... resources) {
    List<R> all = List.of(resources);
    gives(account, region, all::stream);
  }

  /** From now on a place is listed this way. */
  public void gives(String account, String region, Supplier<Stream<R>> listing) {
    places.put(new AccountRegion(account, region), listing);
  }

  /** From now on there is nothing anywhere. */
  public void hasNothing() {
    places.clear();
  }

  @Override
  public Class<R> record() {
    return record;
  }

  @Override
  public Stream<R> list(Aws aws) {
    return places
        .getOrDefault(new AccountRegion(aws.accountId(), aws.region()), Stream::empty)
        .get();
  }

  @Override
  public R create(Aws aws, R wanted) {
    throw new UnsupportedOperationException("the test only reads");
  }

  @Override
  public R update(Aws aws, R from, R to) {
    throw new UnsupportedOperationException("the test only reads");
  }

  @Override
  public void delete(Aws aws, R row) {
    throw new UnsupportedOperationException("the test only reads");
  }
}
