package dev.iasql.aws.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every table must do that can be written. */
public abstract class ManagedConformance<R extends Record> extends ResourceConformance<R> {
  @Override
  protected abstract ManagedResource<R> resource();

  /**
   * A row to create, with what its foreign keys point to made beforehand.
   *
   * @param number different for rows that must be able to exist side by side
   */
  protected abstract R wanted(int number);

  /** Another value for every column that can change in place, except tags. */
  protected Map<String, Object> changes(R created) {
    return Map.of();
  }

  /** Columns the emulator does not change although AWS does. */
  protected Set<String> notEmulated() {
    return Set.of();
  }

  @Override
  protected void haveRows() {
    for (int number = 1; number <= 3; number++) {
      made(wanted(number));
    }
  }

  /** Creates the row and sees to its removal. */
  protected final R made(R wanted) {
    R created = resource().create(emulated.here(), wanted);
    network.later(() -> resource().delete(aws, created));
    return created;
  }

  @Test
  void createsWhatIsWanted() {
    R wanted = wanted(1);

    R created = made(wanted);

    assertThat(given(created, wanted)).isEqualTo(given(wanted, wanted));
    assertThat(listed(created)).isEqualTo(created);
  }

  @Test
  void changesEveryColumnThatCanChangeAndBack() {
    R created = made(wanted(1));
    Map<String, Object> changes = new LinkedHashMap<>(changes(created));
    if (has("tags")) {
      changes.put("tags", Map.of("Name", "changed", "empty", "", "aws-like", "x"));
    }
    Set<String> untested = new TreeSet<>();
    model().ownColumns().stream()
        .filter(column -> column.role() == Role.MUTABLE)
        .map(ColumnModel::name)
        .forEach(untested::add);
    untested.removeAll(notEmulated());
    R now = created;
    for (var change : changes.entrySet()) {
      String column = change.getKey();
      R to = with(now, column, change.getValue());
      assertThat(to).as("other value for %s", column).isNotEqualTo(now);

      R changed = updated(now, to, column);
      R back = with(changed, column, codec().toJson(now).get(column));
      now = updated(changed, back, column);
      untested.remove(column);
    }
    assertThat(untested).as("columns without a change to test").isEmpty();
  }

  private R updated(R from, R to, String column) {
    R updated = resource().update(emulated.here(), from, to);
    assertThat(codec().toJson(updated).get(column)).isEqualTo(codec().toJson(to).get(column));
    assertThat(listed(updated)).as("after a change of %s", column).isEqualTo(updated);
    network.later(() -> resource().delete(aws, updated));
    return updated;
  }

  @Test
  void leavesTagsOfAwsAlone() {
    if (!has("tags")) {
      return;
    }
    R created = made(wanted(1));
    R seen = with(created, "tags", Map.of("aws:cloudformation:stack-name", "s", "Name", "old"));
    R to = with(created, "tags", Map.of("Name", "new"));

    R updated = resource().update(emulated.here(), seen, to);

    assertThat(codec().toJson(updated).get("tags")).isEqualTo(codec().toJson(to).get("tags"));
  }

  @Test
  void treatsNoTagsAsEmptyTags() {
    if (!has("tags")) {
      return;
    }
    R row = with(wanted(1), "tags", null);

    assertThat(codec().toJson(row).get("tags"))
        .isEqualTo(codec().toJson(with(row, "tags", Tags.NONE)).get("tags"));
  }

  /** What AWS says of a second removal, where the emulator fails. */
  protected Optional<AwsFault> gone() {
    return Optional.empty();
  }

  @Test
  void removesOnceAndForAll() {
    R created = made(wanted(1));

    resource().delete(emulated.here(), created);
    assertThat(listed(created)).isNull();
    gone().ifPresent(emulated.proxy()::inject);
    resource().delete(emulated.here(), created);
  }

  @Test
  void keepsRegionsApart() {
    R created = made(wanted(1));

    assertThat(resource().list(emulated.in(EmulatedAws.OTHER_REGION)).map(this::key))
        .doesNotContain(key(created));
  }

  private boolean has(String column) {
    return model().ownColumns().stream().anyMatch(c -> c.name().equals(column));
  }

  /** Of a row, the columns the user gave a value. */
  private Map<String, JsonNode> given(R row, R wanted) {
    ObjectNode values = codec().toJson(row);
    ObjectNode wants = codec().toJson(wanted);
    Map<String, JsonNode> given = new LinkedHashMap<>();
    List<ColumnModel> columns = new ArrayList<>(model().ownColumns());
    columns.removeIf(column -> column.isComputed() || column.role() == Role.ASSIGNED_ID);
    for (ColumnModel column : columns) {
      if (wants.hasNonNull(column.name()) && !notEmulated().contains(column.name())) {
        given.put(column.name(), values.get(column.name()));
      }
    }
    return given;
  }
}
