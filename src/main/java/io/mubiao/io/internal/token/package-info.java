/** What stands in YAML and JSON, one after another. */
@NullMarked
package io.mubiao.io.internal.token;

import org.jspecify.annotations.NullMarked;
