package dev.iasql.aws.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.client.AwsFaults;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.ColumnModel.Role;
import dev.iasql.aws.model.RowCodec;
import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.model.TableModels;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.CloudResource;
import dev.iasql.core.Json;
import dev.iasql.core.error.ErrorCode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What every table that shows AWS resources must do. Its test extends this and says how a row comes
 * about.
 */
public abstract class ResourceConformance<R extends Record> {
  private static final int PAGES = 3;

  /** Few rows on each, because the emulator lists removed ones first, which are no rows. */
  private static final int MANY_PAGES = 40;

  protected EmulatedAws emulated;
  protected Aws aws;
  protected Network network;

  @BeforeEach
  final void open() {
    emulated = new EmulatedAws();
    aws = emulated.here();
    network = new Network(aws);
  }

  @AfterEach
  final void close() {
    network.remove();
    emulated.close();
  }

  protected abstract CloudResource<R> resource();

  /** The EC2 action that lists the resources. */
  protected abstract String listAction();

  /** Whether the action has pages. */
  protected boolean hasPages() {
    return true;
  }

  /** Makes sure that there are at least three rows. */
  protected abstract void haveRows();

  @Test
  void rowsFitTheirTable() {
    haveRows();

    RowCodec<R> codec = codec();
    List<R> rows = all(aws);
    assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
    for (R row : rows) {
      assertThat(codec.fromJson(codec.toJson(row))).isEqualTo(row);
      assertThat(codec.toText(row)).hasSameSizeAs(model().ownColumns());
      for (ColumnModel key : model().key()) {
        assertThat(key.role() == Role.SCOPE || codec.toJson(row).hasNonNull(key.name())).isTrue();
      }
    }
    assertThat(rows.stream().map(this::key)).doesNotHaveDuplicates();
  }

  @Test
  void listsPageAfterPage() {
    haveRows();
    if (!hasPages()) {
      return;
    }
    List<R> whole = all(aws);

    emulated.proxy().pages(PAGES);
    int before = emulated.proxy().calls(listAction());
    assertThat(all(aws)).containsExactlyInAnyOrderElementsOf(whole);
    assertThat(emulated.proxy().calls(listAction()) - before).isEqualTo(PAGES);
  }

  @Test
  void fetchesPagesOnlyWhenTheyAreRead() {
    haveRows();
    if (!hasPages()) {
      return;
    }
    emulated.proxy().pages(MANY_PAGES);

    int before = emulated.proxy().calls(listAction());
    all(aws);
    int forAll = emulated.proxy().calls(listAction()) - before;
    assertThat(resource().list(aws).iterator().hasNext()).isTrue();
    assertThat(emulated.proxy().calls(listAction()) - before - forAll).isLessThan(forAll);
  }

  @Test
  void ridesOutThrottlingAndServerErrors() {
    haveRows();
    List<R> whole = all(aws);

    emulated.proxy().inject(AwsFault.refuse(listAction(), 2, 503, "RequestLimitExceeded"));
    emulated.proxy().inject(AwsFault.refuse(listAction(), 1, 500, "InternalError"));

    assertThat(all(aws)).containsExactlyInAnyOrderElementsOf(whole);
  }

  @Test
  void reportsLastingThrottlingAsUnavailable() {
    emulated.proxy().inject(AwsFault.refuse(listAction(), 99, 503, "RequestLimitExceeded"));

    int before = emulated.proxy().calls(listAction());
    assertThat(faultOf(aws)).isEqualTo(ErrorCode.AWS_UNAVAILABLE);
    assertThat(emulated.proxy().calls(listAction()) - before).isEqualTo(EmulatedAws.ATTEMPTS);
  }

  @Test
  void reportsMissingPermission() {
    emulated.proxy().inject(AwsFault.refuse(listAction(), 99, 403, "UnauthorizedOperation"));

    int before = emulated.proxy().calls(listAction());
    assertThat(faultOf(aws)).isEqualTo(ErrorCode.AWS_ACCESS_DENIED);
    assertThat(emulated.proxy().calls(listAction()) - before).isEqualTo(1);
  }

  @Test
  void reportsRefusedCredentials() {
    emulated.proxy().inject(AwsFault.refuse(listAction(), 99, 401, "AuthFailure"));

    assertThat(faultOf(aws)).isEqualTo(ErrorCode.AWS_CREDENTIALS);
  }

  private ErrorCode faultOf(Aws session) {
    SdkException failure = catchThrowableOfType(SdkException.class, () -> all(session));
    return AwsFaults.of(failure).code();
  }

  protected final List<R> all(Aws session) {
    return resource().list(session).toList();
  }

  /** The listed row with the key of another. */
  protected final R listed(R row) {
    return all(aws).stream()
        .filter(candidate -> key(candidate).equals(key(row)))
        .findFirst()
        .orElse(null);
  }

  protected final List<JsonNode> key(R row) {
    ObjectNode json = codec().toJson(row);
    return model().key().stream()
        .map(column -> json.get(column.name()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The row with another value in one column. */
  protected final R with(R row, String column, Object value) {
    ObjectNode json = codec().toJson(row);
    Set<String> columns = Set.copyOf(model().ownColumns().stream().map(ColumnModel::name).toList());
    assertThat(columns).contains(column);
    json.set(column, Json.MAPPER.valueToTree(value));
    return codec().fromJson(json);
  }

  protected final TableModel model() {
    return TableModels.of(resource().record());
  }

  protected final RowCodec<R> codec() {
    return new RowCodec<>(resource().record());
  }
}
