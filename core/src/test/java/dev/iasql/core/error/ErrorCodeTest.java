package dev.iasql.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  @Test
  void everyCodeHasItsOwnSqlStateOfClassIa() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::sqlState))
        .doesNotHaveDuplicates()
        .allMatch(state -> state.matches("IA[0-9A-Z]{3}"));
  }
}
