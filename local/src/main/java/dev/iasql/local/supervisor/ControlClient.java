package dev.iasql.local.supervisor;

import dev.iasql.local.LaunchException;
import dev.iasql.local.system.StateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Gives orders to the running supervisor of a state folder. */
public record ControlClient(StateFolder state) {

  /** Gives an order, hands over what the supervisor says meanwhile, and returns when it is done. */
  public void give(Order order, Consumer<String> report) {
    try (SocketChannel channel = SocketChannel.open(ControlAddress.of(state))) {
      channel.write(ByteBuffer.wrap((order.line() + "\n").getBytes(StandardCharsets.UTF_8)));
      BufferedReader answer =
          new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
      for (String line = answer.readLine(); line != null; line = answer.readLine()) {
        switch (Reply.parse(line)) {
          case Reply.Report step -> report.accept(step.text());
          case Reply.Done _ -> {
            return;
          }
          case Reply.Refused refused -> throw new LaunchException(refused.why());
        }
      }
      throw new LaunchException("the supervisor ended before it had done what was asked");
    } catch (IOException e) {
      throw new LaunchException("the supervisor does not answer: " + e.getMessage(), e);
    }
  }
}
