package dev.iasql.aws.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Kept in the tenant database only; AWS does not know it, such as which region is the default.
 *
 * <p>{@link CloudResource#list} proposes a value for rows that are new. From then on the value is
 * the user's: a refresh leaves it, writing it takes effect at once and is no change to commit. The
 * copy in schema {@code cloud} follows by a trigger, so that the two schemas never differ in it.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Local {}
