package dev.iasql.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private final SecretBox box = new SecretBox(KEY);

  @Test
  void opensWhatItSealed() {
    assertThat(box.open(box.seal("pass'wörd", "demo"), "demo")).isEqualTo("pass'wörd");
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    assertThat(box.seal("secret", "demo")).isNotEqualTo(box.seal("secret", "demo"));
  }

  @Test
  void refusesASecretMovedToAnotherEntry() {
    byte[] sealed = box.seal("secret", "demo");

    assertThatIllegalStateException().isThrownBy(() -> box.open(sealed, "other"));
  }

  @Test
  void refusesAKeyOfAnotherSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretBox(Base64.getEncoder().encodeToString(new byte[16])));
  }
}
