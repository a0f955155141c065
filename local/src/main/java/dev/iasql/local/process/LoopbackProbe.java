package dev.iasql.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Questions to a port of this machine, cheap enough to be asked many times a second while a server
 * starts.
 */
public final class LoopbackProbe {
  private static final int TIMEOUT_MILLIS = 3000;
  private static final String OK = " 200 ";

  private LoopbackProbe() {}

  /** Whether somebody accepts connections there. */
  public static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      connect(socket, port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether an HTTP server there answers a GET with status 200. */
  public static boolean answersOk(int port, String path) {
    try (Socket socket = new Socket()) {
      connect(socket, port);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String status =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      return status != null && status.contains(OK);
    } catch (IOException e) {
      return false;
    }
  }

  private static void connect(Socket socket, int port) throws IOException {
    socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
  }
}
