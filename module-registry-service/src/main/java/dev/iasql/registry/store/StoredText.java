package dev.iasql.registry.store;

/**
 * What a version's document shows beside its manifest.
 *
 * @param installBytes size of the SQL that installs it
 * @param uninstallBytes size of the SQL that removes it
 */
public record StoredText(String readme, int installBytes, int uninstallBytes) {}
