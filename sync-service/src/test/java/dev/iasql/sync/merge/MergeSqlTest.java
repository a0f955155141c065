package dev.iasql.sync.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.model.TableModels;
import dev.iasql.sync.table.SqlTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements as they are sent, for a table with every kind of column. */
class MergeSqlTest {
  private static final TableModel MODEL = TableModels.of(NetworkModule.Entry.class);
  private static final SqlTable ENTRY = new SqlTable(MODEL);

  private static final String KEYS_OF_C_AND_S =
      "c.\"net_id\" = s.\"net_id\" AND c.\"number\" = s.\"number\" AND c.\"region\" = s.\"region\""
          + " AND c.\"account_id\" = s.\"account_id\"";

  @Test
  void whatIsNewIsInsertedUnlessTheUserTypedIt() {
    assertThat(oneLine(InsertWanted.sql(ENTRY)))
        .isEqualTo(
            "INSERT INTO public.\"entry\" AS p"
                + " (\"net_id\", \"number\", \"note\", \"state\", \"region\", \"account_id\")"
                + " SELECT s.\"net_id\", s.\"number\", s.\"note\", s.\"state\", s.\"region\","
                + " s.\"account_id\" FROM pg_temp.\"entry\" s"
                + " WHERE NOT EXISTS (SELECT FROM cloud.\"entry\" c WHERE "
                + KEYS_OF_C_AND_S
                + ") ON CONFLICT (\"net_id\", \"number\", \"region\", \"account_id\")"
                + " DO UPDATE SET \"state\" = excluded.\"state\""
                + " WHERE (p.\"state\" IS DISTINCT FROM excluded.\"state\")");
  }

  @Test
  void onlyWhatDiffersIsUpdated() {
    assertThat(oneLine(UpdateSeen.sql(ENTRY)))
        .isEqualTo(
            "UPDATE cloud.\"entry\" c SET \"note\" = s.\"note\", \"state\" = s.\"state\""
                + " FROM pg_temp.\"entry\" s WHERE "
                + KEYS_OF_C_AND_S
                + " AND (c.\"note\" IS DISTINCT FROM s.\"note\""
                + " OR c.\"state\" IS DISTINCT FROM s.\"state\")");
  }

  @Test
  void aColumnFollowsUnlessTheUserChangedItAndAComputedOneAlways() {
    assertThat(oneLine(FollowCloud.sql(ENTRY)))
        .startsWith(
            "UPDATE public.\"entry\" p SET \"note\" = CASE WHEN p.\"note\" IS DISTINCT FROM"
                + " c.\"note\" THEN p.\"note\" ELSE s.\"note\" END, \"state\" = s.\"state\" FROM")
        .endsWith(
            "((s.\"note\" IS DISTINCT FROM c.\"note\" AND NOT (p.\"note\" IS DISTINCT FROM"
                + " c.\"note\")) OR p.\"state\" IS DISTINCT FROM s.\"state\")");
  }

  @Test
  void theRowIdIsTheKeyAsUsersTypeItWithoutAccountAndRegion() {
    assertThat(ENTRY.rowId("s"))
        .isEqualTo("(to_jsonb(s.\"net_id\") #>> '{}') || ' ' || (to_jsonb(s.\"number\") #>> '{}')");
    assertThat(ENTRY.region("s")).isEqualTo("s.\"region\"");
  }

  @Test
  void aReferenceInTheKeyLeavesTheRowOutAndAnyOtherBecomesNull() {
    assertThat(UnseenReference.of(ENTRY)).singleElement().matches(UnseenReference::leavesOutRows);
    assertThat(UnseenReference.of(new SqlTable(TableModels.of(NetworkModule.Grp.class))))
        .extracting(UnseenReference::leavesOutRows)
        .containsExactly(false, false);
  }

  @Test
  void aTableWithNothingButItsKeyNeedsNoUpdate() {
    SqlTable options = new SqlTable(TableModels.of(NetworkModule.Options.class));

    assertThat(UpdateSeen.applies(options)).isFalse();
    assertThat(FollowCloud.applies(options)).isFalse();
    assertThat(oneLine(InsertWanted.sql(options))).endsWith("DO NOTHING");
    assertThat(KeepOnlyOne.sql(options)).isEqualTo(List.of());
  }

  private static String oneLine(String sql) {
    return sql.replaceAll("\\s+", " ").strip();
  }
}
