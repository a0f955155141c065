package dev.iasql.sync.merge;

import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.modules.account.AccountModule;
import dev.iasql.aws.spi.AssignedId;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.Immutable;
import dev.iasql.aws.spi.Key;
import dev.iasql.aws.spi.References;
import dev.iasql.aws.spi.Tags;
import dev.iasql.sync.testing.ScriptedTable;
import java.util.List;
import java.util.Map;

/** A module of a few tables that refer to each other in every way tables can. */
final class NetworkModule {
  static final String NAME = "test_network";

  final ScriptedTable<Options> options = new ScriptedTable<>(Options.class);
  final ScriptedTable<Net> nets = new ScriptedTable<>(Net.class);
  final ScriptedTable<Entry> entries = new ScriptedTable<>(Entry.class);
  final ScriptedTable<Grp> groups = new ScriptedTable<>(Grp.class);
  final ScriptedTable<Rule> rules = new ScriptedTable<>(Rule.class);

  @CloudTable(name = "options", comment = "What networks use.")
  record Options(@Column("Id.") @AssignedId String optionsId) {}

  @CloudTable(name = "net", comment = "A network.")
  record Net(
      @Column("Id.") @AssignedId String netId,
      @Column("Range.") @Immutable Cidr cidrBlock,
      @Column("Note.") String note,
      @Column("Whether names are on.") boolean names,
      @Column("Options it uses.") @References(Options.class) String optionsId,
      @Column("State.") @Computed String state,
      @Column("Tags.") Tags tags) {

    static Net of(String id) {
      return new Net(id, Cidr.of("10.0.0.0/16"), null, true, null, "available", new Tags(Map.of()));
    }

    Net withNote(String text) {
      return new Net(netId, cidrBlock, text, names, optionsId, state, tags);
    }

    Net withOptions(String id) {
      return new Net(netId, cidrBlock, note, names, id, state, tags);
    }

    Net withState(String text) {
      return new Net(netId, cidrBlock, note, names, optionsId, text, tags);
    }

    Net withTag(String key, String value) {
      return new Net(netId, cidrBlock, note, names, optionsId, state, new Tags(Map.of(key, value)));
    }
  }

  @CloudTable(name = "entry", comment = "An entry of a network, numbered by the user.")
  record Entry(
      @Column("Network.") @Key @References(Net.class) String netId,
      @Column("Number.") @Key int number,
      @Column("Note.") String note,
      @Column("State.") @Computed String state) {}

  @CloudTable(name = "grp", comment = "A group in a network.")
  record Grp(
      @Column("Id.") @AssignedId String grpId,
      @Column("Network.") @Immutable @References(Net.class) String netId,
      @Column("Group it is nested in.") @Immutable @References(Grp.class) String outerGrpId) {}

  @CloudTable(name = "rule", comment = "A rule of a group.")
  record Rule(
      @Column("Id.") @AssignedId String ruleId,
      @Column("Group.") @Immutable @References(value = Grp.class, partOf = true) String grpId,
      @Column("Note.") String note) {}

  AwsModules withAccounts() {
    return new AwsModules(
        List.of(
            AccountModule.MODULE,
            new AwsModule(
                NAME,
                "1.0.0",
                "Networks of a test",
                Map.of("aws_account", "^1.0.0"),
                List.of(options, nets, entries, groups, rules),
                List.of())));
  }

  void hasNothing() {
    List.of(options, nets, entries, groups, rules).forEach(ScriptedTable::hasNothing);
  }
}
