/**
 * Registers and what is observed of them, as YAML or JSON (目标台账、监测数据). In: files or texts; a register to write. Out: a
 * {@link io.mubiao.target.Register}, refused whole if anything is wrong; an {@link io.mubiao.observe.ObservationLog} with
 * its problems. Begin to read at {@link io.mubiao.io.register.RegisterFile} and
 * {@link io.mubiao.io.register.ObservationFile}.
 */
@NullMarked
package io.mubiao.io.register;

import org.jspecify.annotations.NullMarked;
