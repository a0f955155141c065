package dev.iasql.local.supervisor;

import dev.iasql.local.LaunchException;
import dev.iasql.local.system.StateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Takes orders from later commands of the same user. */
final class ControlServer implements AutoCloseable {
  private static final int LAST_WORDS_SECONDS = 5;

  /**
   * Carries out an order, reporting what happens; throws a {@link LaunchException} if it cannot.
   */
  @FunctionalInterface
  interface Orders {
    void carryOut(Order order, Consumer<String> report);
  }

  private final UnixDomainSocketAddress address;
  private final ServerSocketChannel server;
  private final Orders orders;
  private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();

  ControlServer(StateFolder state, Orders orders) {
    this.address = ControlAddress.of(state);
    this.orders = orders;
    try {
      Files.deleteIfExists(address.getPath()); // an earlier supervisor was killed
      this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(address);
    } catch (IOException e) {
      throw new LaunchException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
    Thread.ofVirtual().name("control").start(this::listen);
  }

  private void listen() {
    while (true) {
      try {
        SocketChannel channel = server.accept();
        conversations.execute(() -> converse(channel));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        throw new LaunchException("cannot listen on " + address + ": " + e.getMessage(), e);
      }
    }
  }

  private void converse(SocketChannel channel) {
    try (channel;
        BufferedReader reader =
            new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      if (line != null) {
        reply(channel, carryOut(line, step -> reply(channel, new Reply.Report(step))));
      }
    } catch (IOException e) {
      return; // whoever asked has gone
    }
  }

  private Reply carryOut(String line, Consumer<String> report) {
    try {
      orders.carryOut(Order.parse(line), report);
      return new Reply.Done();
    } catch (LaunchException | IllegalArgumentException e) {
      return new Reply.Refused(e.getMessage());
    }
  }

  /** An order is carried out even if whoever gave it does not wait for the answer. */
  private static void reply(SocketChannel channel, Reply reply) {
    ByteBuffer bytes = ByteBuffer.wrap((reply.line() + "\n").getBytes(StandardCharsets.UTF_8));
    synchronized (channel) {
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  /** Lets those who wait hear the end. */
  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(address.getPath());
      conversations.shutdown();
      if (!conversations.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
        conversations.shutdownNow();
      }
    } catch (IOException e) {
      throw new LaunchException("cannot close " + address + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
