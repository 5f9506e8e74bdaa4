package onspark;

import org.apache.spark.sql.SparkSession;

/** A session of Spark in this process, on so many threads. */
final class LocalSpark {
    private LocalSpark() {}

    static SparkSession of(int threads) {
        return SparkSession.builder().master("local[" + threads + ",4]").appName("Mubiao").config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "4").config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1").getOrCreate();
    }
}
