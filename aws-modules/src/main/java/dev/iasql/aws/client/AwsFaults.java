package dev.iasql.aws.client;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a failed call to AWS means, told by AWS's error codes. */
public final class AwsFaults {
  private AwsFaults() {}

  /**
   * The failure as IaSQL reports it: AWS's own message, and the request id AWS support asks for.
   */
  public static ExternalException of(SdkException failure) {
    ErrorCode code = code(failure);
    return new ExternalException(
        code, message(code, failure), detail(failure), hint(code), failure);
  }

  /** Whether AWS says that what the call is about does not exist. */
  public static boolean isNotFound(SdkException failure) {
    return AwsErrorCodes.isNotFound(errorCode(failure));
  }

  /** Whether AWS says that what the call would make exists already. */
  public static boolean isDuplicate(SdkException failure) {
    return AwsErrorCodes.isDuplicate(errorCode(failure));
  }

  /** AWS's code, such as {@code InvalidVpcID.NotFound}; empty if it gave none. */
  public static String errorCode(SdkException failure) {
    return details(failure).map(AwsErrorDetails::errorCode).orElse("");
  }

  /** The message without the SDK's additions. */
  static String ownMessage(SdkException failure) {
    return details(failure)
        .map(AwsErrorDetails::errorMessage)
        .orElseGet(
            () ->
                failure instanceof AwsServiceException answer
                    ? "status %d without an explanation".formatted(answer.statusCode())
                    : failure.getMessage());
  }

  private static ErrorCode code(SdkException failure) {
    return switch (failure) {
      case SignInFailedException signIn -> signInCode(signIn.reason());
      case AwsServiceException answer -> answerCode(answer);
      default -> ErrorCode.AWS_UNAVAILABLE;
    };
  }

  /** AWS not answering the sign-in is no fault of the credentials. */
  private static ErrorCode signInCode(SdkException reason) {
    boolean unavailable =
        reason instanceof AwsServiceException answer
            ? answerCode(answer) == ErrorCode.AWS_UNAVAILABLE
            : reason.retryable();
    return unavailable ? ErrorCode.AWS_UNAVAILABLE : ErrorCode.AWS_CREDENTIALS;
  }

  private static ErrorCode answerCode(AwsServiceException answer) {
    String code = errorCode(answer);
    if (AwsErrorCodes.CREDENTIALS.contains(code)) {
      return ErrorCode.AWS_CREDENTIALS;
    }
    if (AwsErrorCodes.ACCESS_DENIED.contains(code)) {
      return ErrorCode.AWS_ACCESS_DENIED;
    }
    if (AwsErrorCodes.UNAVAILABLE.contains(code) || answer.isThrottlingException()) {
      return ErrorCode.AWS_UNAVAILABLE;
    }
    return statusCode(answer.statusCode());
  }

  /** What is left to go by for a code this release does not know. */
  private static ErrorCode statusCode(int status) {
    return switch (status) {
      case 401 -> ErrorCode.AWS_CREDENTIALS;
      case 403 -> ErrorCode.AWS_ACCESS_DENIED;
      default -> status >= 500 ? ErrorCode.AWS_UNAVAILABLE : ErrorCode.AWS_REJECTED;
    };
  }

  private static String message(ErrorCode code, SdkException failure) {
    String own = ownMessage(failure);
    return switch (code) {
      // A refused signature is explained with the whole signed request; only its first line is
      // told.
      case AWS_CREDENTIALS ->
          "AWS does not accept the credentials: "
              + own.lines().findFirst().orElse(errorCode(failure));
      case AWS_ACCESS_DENIED -> "AWS denies the operation: " + own;
      case AWS_UNAVAILABLE -> "AWS is not available: " + own;
      default -> own;
    };
  }

  private static String detail(SdkException failure) {
    if (!(failure instanceof AwsServiceException answer)) {
      return null;
    }
    return "service %s, error code %s, status %d, request id %s"
        .formatted(
            details(failure).map(AwsErrorDetails::serviceName).orElse("unknown"),
            details(failure).map(AwsErrorDetails::errorCode).orElse("none"),
            answer.statusCode(),
            answer.requestId());
  }

  private static String hint(ErrorCode code) {
    return switch (code) {
      case AWS_CREDENTIALS ->
          "Check the access keys, profile or role the account is signed in to with, then try again.";
      case AWS_ACCESS_DENIED ->
          "Let a policy of the role or user allow the action, or sign in to the account with"
              + " another role.";
      case AWS_UNAVAILABLE -> "Nothing is lost. Try again in a few minutes.";
      default -> "Correct the row, or take the change back with SELECT * FROM iasql_rollback().";
    };
  }

  private static Optional<AwsErrorDetails> details(SdkException failure) {
    return failure instanceof AwsServiceException answer
        ? Optional.ofNullable(answer.awsErrorDetails())
        : Optional.empty();
  }
}
