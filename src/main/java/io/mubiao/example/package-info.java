/**
 * Rules that prove themselves (算例核验). In: a rule of any kind with its {@link io.mubiao.rule.Example}s. Out: what comes out
 * otherwise than the examples say, as problems. Begin to read at {@link io.mubiao.example.ExampleCheck}.
 */
@NullMarked
package io.mubiao.example;

import org.jspecify.annotations.NullMarked;
