/**
 * JSON Schemas of what files may say (文件格式说明), for editors that complete and check what is written, and for other programs. In:
 * the kind of file. Out: the text of its schema. Begin to read at {@link io.mubiao.io.schema.Schemas}.
 */
@NullMarked
package io.mubiao.io.schema;

import org.jspecify.annotations.NullMarked;
