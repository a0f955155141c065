package dev.iasql.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.rest.Access;
import dev.iasql.gateway.GatewayConfiguration;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private record Configuration(String token, Optional<String> viewerToken)
      implements GatewayConfiguration {
    @Override
    public Duration provisionWait() {
      return Duration.ZERO;
    }
  }

  private final Tokens tokens = new Tokens(new Configuration("admin", Optional.of("viewer")));

  @Test
  void tellsAdministratorsFromViewers() {
    assertThat(tokens.access("Bearer admin")).isEqualTo(Access.ADMINISTER);
    assertThat(tokens.access("bearer admin")).isEqualTo(Access.ADMINISTER);
    assertThat(tokens.access("Bearer viewer")).isEqualTo(Access.READ);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "admin", "Bearer", "Bearer ", "Basic admin", "Bearer admin2", "Bearer adm"})
  void letsNobodyElseIn(String authorization) {
    assertThat(tokens.access(authorization)).isEqualTo(Access.NONE);
  }

  @Test
  void hasNoViewersUnlessTheyHaveAToken() {
    Tokens withoutViewers = new Tokens(new Configuration("admin", Optional.empty()));

    assertThat(withoutViewers.access("Bearer viewer")).isEqualTo(Access.NONE);
    assertThat(withoutViewers.access("Bearer ")).isEqualTo(Access.NONE);
  }
}
