package dev.iasql.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FreePortTest {

  @Test
  void aPortSomebodyListensOnIsNotFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(FreePort.isFree(socket.getLocalPort())).isFalse();
    }
  }

  @Test
  void aPortSomebodyListensOnAtAllAddressesIsNotFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(FreePort.isFree(socket.getLocalPort())).isFalse();
    }
  }

  @Test
  void aPortNobodyListensOnIsFree() {
    assertThat(FreePort.isFree(FreePort.any())).isTrue();
  }

  @Test
  void aTakenPortIsNamedWithThePartThatWantsIt() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();
      assertThatThrownBy(
              () -> PortCheck.require(new PortsOnly("kafka", List.of(FreePort.any(), port))))
          .isInstanceOf(LaunchException.class)
          .hasMessage(
              "port "
                  + port
                  + ", wanted for kafka, is taken by another program. Stop that program, or move all ports:"
                  + " ./iasql up --port-base N");
    }
  }

  private record PortsOnly(String name, List<Integer> ports) implements Part {
    @Override
    public ServerCommand prepare() {
      throw new AssertionError("a part whose port is taken is not prepared");
    }

    @Override
    public boolean ready() {
      return false;
    }
  }
}
