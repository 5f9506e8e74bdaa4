/**
 * Modules for a host's own Jackson (Jackson 模块), version 2 or 3; both optional. In: results. Out: what the host's mapper
 * prints of them. Begin to read at {@link io.mubiao.io.jackson.Jackson3Module}. Who uses neither needs neither library.
 */
@NullMarked
package io.mubiao.io.jackson;

import org.jspecify.annotations.NullMarked;
