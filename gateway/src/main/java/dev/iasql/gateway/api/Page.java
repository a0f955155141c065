package dev.iasql.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Part of a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Part of a list.")
public record Page<T>(
    @Schema(description = "The items of this page.") List<T> items,
    @Schema(description = "The cursor of the next page; missing on the last one.") String next) {

  /**
   * Cuts a page.
   *
   * @param found the items of the page in order, and one more if there is one
   * @param key what a cursor remembers an item by
   */
  static <T> Page<T> of(List<T> found, Function<T, String> key, PageRequest request) {
    if (found.size() <= request.limit()) {
      return new Page<>(found, null);
    }
    List<T> items = found.subList(0, request.limit());
    return new Page<>(items, PageRequest.cursor(key.apply(items.getLast())));
  }

  /** Cuts a page of what is sorted by its key. */
  static <T> Page<T> of(Stream<T> sorted, Function<T, String> key, PageRequest request) {
    List<T> found =
        sorted
            .filter(
                item ->
                    request.after().map(last -> last.compareTo(key.apply(item)) < 0).orElse(true))
            .limit(request.limit() + 1L)
            .toList();
    return of(found, key, request);
  }

  /** The same page of other things. */
  <R> Page<R> map(Function<T, R> mapping) {
    return new Page<>(items.stream().map(mapping).toList(), next);
  }
}
