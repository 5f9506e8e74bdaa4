package service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** In Chinese what Spring refuses. */
final class SpringWords {
    private SpringWords() {}

    static String chinese(Exception e, HttpStatusCode status) {
        if (e instanceof TypeMismatchException it) {
            String name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : it.getPropertyName();
            return "参数“" + name + "”的值“" + it.getValue() + "”不对" + (it.getRequiredType() == LocalDate.class ? "，应为 2024-09-30 这样的日期" : "");
        } else if (e instanceof MissingServletRequestPartException it) {
            return "缺少文件“" + it.getRequestPartName() + "”";
        } else if (e instanceof MissingServletRequestParameterException it) {
            return "缺少参数“" + it.getParameterName() + "”";
        } else if (e instanceof HttpMediaTypeNotSupportedException it) {
            return "不接受内容类型“" + it.getContentType() + "”，应为 " + listed(it.getSupportedMediaTypes());
        } else if (e instanceof HttpRequestMethodNotSupportedException it) {
            return "此地址不接受“" + it.getMethod() + "”，应为 " + listed(it.getSupportedHttpMethods());
        }
        return chinese(status.value());
    }

    static String chinese(int status) {
        return switch (status) {
            case 404 -> "没有这个地址";
            case 406 -> "不提供所要的内容类型";
            case 413 -> "内容过大";
            default -> status < 500 ? "请求的写法不对" : "服务出错，已记录";
        };
    }

    private static String listed(Collection<?> words) {
        return words == null ? "" : words.stream().map(String::valueOf).sorted().collect(Collectors.joining("、"));
    }
}
