/**
 * Registers and what is observed of them (目标台账、监测数据), as YAML or JSON, as CSV, workbooks and
 * tables of a database, and as logs that grow. In: files, texts or rows; a register or observations to write. Out: a
 * {@link io.mubiao.target.Register}, refused whole if anything is wrong; an {@link io.mubiao.observe.ObservationLog} with
 * its problems. Begin to read at {@link io.mubiao.io.register.RegisterFile} and
 * {@link io.mubiao.io.register.ObservationFile}.
 */
@NullMarked
package io.mubiao.io.register;

import org.jspecify.annotations.NullMarked;
