package dev.iasql.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleRefTest {
  @Test
  void readsAName() {
    assertThat(ModuleRef.parse("aws_vpc").version()).isEmpty();
  }

  @Test
  void readsANameWithItsVersion() {
    ModuleRef ref = ModuleRef.parse("aws_vpc@1.2.3");

    assertThat(ref.name()).isEqualTo("aws_vpc");
    assertThat(ref.version()).contains(ModuleVersion.parse("1.2.3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AWS_VPC",
        "aws vpc",
        "aws_vpc'; DROP TABLE x; --",
        "\"aws_vpc\"",
        "aws_vpc@",
        "@1.0.0",
        "aws_vpc@one",
        "1aws"
      })
  void refusesWhatIsNoName(String text) {
    UserException e = catchThrowableOfType(UserException.class, () -> ModuleRef.parse(text));

    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_NAME);
    assertThat(e.fault().hint()).isNotBlank();
  }
}
