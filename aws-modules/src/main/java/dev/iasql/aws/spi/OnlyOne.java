package dev.iasql.aws.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * At most one row may hold true: one of the whole table if its scope is {@link Scope#ACCOUNT}, else
 * one per account, or per account and region. Checked when a statement ends, so that one {@code
 * UPDATE} can move the mark from one row to another.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyOne {}
