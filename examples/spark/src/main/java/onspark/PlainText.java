package onspark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Columns as texts, numbers as people write them: 12345678.5, where Spark casts 1.23456785E7; copy this class with the others. */
final class PlainText {
    private PlainText() {}

    /** A column as text; decimals as they are, of floating numbers the digits that tell them from their neighbours. */
    static Column of(Dataset<Row> rows, String name) {
        Column column = col("`" + name.replace("`", "``") + "`");
        DataType type = rows.schema().apply(name).dataType();
        if (type instanceof DecimalType || type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType)) {
            return udf((UDF1<Number, String>) PlainText::of, DataTypes.StringType).apply(column);
        }
        return column.cast("string");
    }

    private static String of(Number number) {
        if (number == null) {
            return null;
        }
        if (number instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        String text = number.toString();
        return Double.isFinite(number.doubleValue()) ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
    }
}
