package io.mubiao.land;

/**
 * What happens to the place that an override vacates (名额递补). Of 100 firms with 20/40/35/5 places five of the best are
 * held at C; what A to D then hold stands beside each reading.
 */
public enum Refill {
    /** It stays empty (不递补): 15/40/40/5. */
    NONE,
    /** The next in rank take it; who was moved takes a place where he lands (占名额): 20/40/35/5. */
    COUNTED,
    /** The next in rank take it; who was moved takes no place at all (不占名额): 20/40/40/0. */
    UNCOUNTED
}
