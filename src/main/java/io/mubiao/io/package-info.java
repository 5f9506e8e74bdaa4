/**
 * Reading and writing: registers and observations as YAML or JSON, assessments as JSON. The only package that knows
 * Jackson; none of its types appear in a public signature.
 */
@NullMarked
package io.mubiao.io;

import org.jspecify.annotations.NullMarked;
