package dev.iasql.local.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a broker for its API versions, the smallest question it answers once it is up. */
final class KafkaPing {
  private static final int TIMEOUT_MILLIS = 2000;
  private static final short API_VERSIONS = 18;
  private static final short VERSION = 0;
  private static final int CORRELATION = 7;
  private static final short NO_CLIENT_ID = -1;
  private static final int REQUEST_BYTES = 10;

  private KafkaPing() {}

  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream request = new DataOutputStream(socket.getOutputStream());
      request.writeInt(REQUEST_BYTES);
      request.writeShort(API_VERSIONS);
      request.writeShort(VERSION);
      request.writeInt(CORRELATION);
      request.writeShort(NO_CLIENT_ID);
      request.flush();
      DataInputStream answer = new DataInputStream(socket.getInputStream());
      answer.readInt();
      return answer.readInt() == CORRELATION && answer.readShort() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
