package dev.iasql.local.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModuleNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shop                                                 | cannot name a module: begin with a lower-case letter",
        "shop-report                                          | such as shop_report",
        "../shop                                              | cannot name a module",
        "2shop                                                | cannot name a module",
        "''                                                   | cannot name a module",
        "graph                                                | \"graph\" is reserved; choose another name, such as my_graph",
        "iasql_shop                                           | is reserved",
        "a23456789_123456789_123456789_123456789_123456789_1  | has at most 50 characters, not 51",
      })
  void saysWhyANameIsNone(String name, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModuleName(name))
        .withMessageContaining(why);
  }

  @Test
  void takesLowerCaseLettersDigitsAndUnderscores() {
    assertThat(new ModuleName("shop_report_2")).hasToString("shop_report_2");
  }
}
