package io.mubiao.io.roll;

/** Of the cells of a row of a roll only notices whether there is a doubt at all. Not thread-safe. */
final class NoticedSpot implements Spot {
    private boolean doubt;

    /** Whether there was one since the last time. */
    boolean take() {
        boolean was = doubt;
        doubt = false;
        return was;
    }

    @Override
    public void warning(String code, String message) {
        doubt = true;
    }

    @Override
    public void count(String header, String code, String words, String example) {
        doubt = true;
    }
}
