package dev.iasql.aws.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.aws.model.RowCodec;
import dev.iasql.aws.model.TableModels;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads what a call made or changed, until AWS shows it. AWS answers reads from copies that lag
 * behind; a row read too early would silently take back what the user wrote. After a few seconds
 * the row is taken as it is: AWS may spell a value in its own way.
 */
public final class ReadBack {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int READS = 7;

  private ReadBack() {}

  /** Reads a new resource; columns the user left out are whatever AWS chose. */
  @SuppressWarnings("unchecked")
  public static <R extends Record> R created(R wanted, Supplier<Optional<R>> read) {
    RowCodec<R> codec = new RowCodec<>((Class<R>) wanted.getClass());
    ObjectNode goal = codec.toJson(wanted);
    return until(
        read,
        seen ->
            shows(codec.toJson(seen), goal, wanted, c -> !c.isComputed() && has(goal, c.name())));
  }

  /** Reads a changed resource. */
  @SuppressWarnings("unchecked")
  public static <R extends Record> R updated(R from, R to, Supplier<Optional<R>> read) {
    RowCodec<R> codec = new RowCodec<>((Class<R>) to.getClass());
    ObjectNode old = codec.toJson(from);
    ObjectNode goal = codec.toJson(to);
    return until(
        read,
        seen ->
            shows(
                codec.toJson(seen),
                goal,
                to,
                c -> !c.isComputed() && !goal.get(c.name()).equals(old.get(c.name()))));
  }

  /** Reads a resource that was just made and may not be visible yet. */
  public static <R> R found(Supplier<Optional<R>> read) {
    return until(read, seen -> true);
  }

  private static boolean shows(
      ObjectNode seen, ObjectNode goal, Record row, Predicate<ColumnModel> concerned) {
    return TableModels.of(row.getClass()).ownColumns().stream()
        .filter(column -> column.role() != Role.ASSIGNED_ID)
        .filter(concerned)
        .allMatch(column -> seen.get(column.name()).equals(goal.get(column.name())));
  }

  private static boolean has(ObjectNode row, String column) {
    JsonNode value = row.get(column);
    return value != null && !value.isNull();
  }

  private static <R> R until(Supplier<Optional<R>> read, Predicate<R> asWanted) {
    Duration pause = FIRST_PAUSE;
    for (int reads = 1; ; reads++) {
      Optional<R> seen = visible(read, reads < READS);
      if (seen.isPresent() && (asWanted.test(seen.get()) || reads >= READS)) {
        return seen.get();
      }
      if (reads >= READS) {
        throw new ExternalException(
            ErrorCode.AWS_UNAVAILABLE,
            "AWS does not show what it made a moment ago",
            "Nothing is lost. Try again in a few minutes.");
      }
      Pause.of(pause);
      pause = pause.multipliedBy(2);
    }
  }

  private static <R> Optional<R> visible(Supplier<Optional<R>> read, boolean mayBeMissing) {
    try {
      return read.get();
    } catch (SdkException e) {
      if (mayBeMissing && AwsFaults.isNotFound(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
