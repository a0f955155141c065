/** What the SQL of a module may do and leave behind, and how that is verified. */
package dev.iasql.install.request.check;
