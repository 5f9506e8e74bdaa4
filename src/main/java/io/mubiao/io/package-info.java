/**
 * Reading and writing: registers, observations and evaluation rules as YAML or JSON, rolls of enterprises as CSV, results
 * as JSON and CSV. The only package that knows Jackson; none of its types appear in a public signature.
 */
@NullMarked
package io.mubiao.io;

import org.jspecify.annotations.NullMarked;
