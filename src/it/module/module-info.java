/** A program that has Mubiao on its module path. */
module consumer {
    requires io.mubiao;
}
