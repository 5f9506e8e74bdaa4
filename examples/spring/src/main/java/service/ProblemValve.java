package service;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What Tomcat refuses before Spring hears of it, such as {@code %2f} in a path, as a problem of RFC 9457 instead of a page. */
final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable broken) {
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.setErrorReported() || !open.get()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(text(response.getStatus()));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("nobody listens any more", e);
        }
    }

    /** Of words of our own alone, so that nothing is to be escaped. */
    private static String text(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        HttpStatus said = known == null ? HttpStatus.BAD_REQUEST : known;
        String english = "the server cannot take this request: " + said.getReasonPhrase();
        return "{\"title\":\"" + said.getReasonPhrase() + "\",\"status\":" + status + ",\"detail\":\"" + english
                + "\",\"problems\":[{\"severity\":\"error\",\"code\":\"" + said.name() + "\",\"message\":{\"en\":\"" + english
                + "\",\"zh\":\"" + SpringWords.chinese(status) + "\"}}]}";
    }
}
