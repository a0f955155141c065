package dev.iasql.aws.kit;

import java.util.concurrent.atomic.AtomicInteger;

/** A wrong answer of AWS, given to the next calls of an action. */
public final class AwsFault {
  private final String action;
  private final AtomicInteger left;
  private final int status;
  private final String body;
  private final boolean afterTheFact;

  private AwsFault(String action, int times, int status, String body, boolean afterTheFact) {
    this.action = action;
    this.left = new AtomicInteger(times);
    this.status = status;
    this.body = body;
    this.afterTheFact = afterTheFact;
  }

  /** The call is refused and has no effect. */
  public static AwsFault refuse(String action, int times, int status, String code) {
    return new AwsFault(action, times, status, error(code), false);
  }

  /** The call has its effect, but the caller is told of an error, so that it asks again. */
  public static AwsFault loseAnswer(String action) {
    return new AwsFault(action, 1, 500, error("InternalError"), true);
  }

  /** The call has no effect and is answered with this. */
  public static AwsFault answer(String action, int times, String body) {
    return new AwsFault(action, times, 200, body, false);
  }

  boolean strikes(String called) {
    return called.equals(action) && left.getAndDecrement() > 0;
  }

  boolean afterTheFact() {
    return afterTheFact;
  }

  int status() {
    return status;
  }

  String body() {
    return body;
  }

  private static String error(String code) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Response><Errors><Error><Code>%s</Code><Message>injected</Message></Error></Errors>\
    <RequestID>injected-request</RequestID></Response>"""
        .formatted(code);
  }
}
