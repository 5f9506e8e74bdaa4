package service;

import io.mubiao.problem.AlreadyThereException;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.problem.ProblemsException;
import io.mubiao.problem.Reasoned;
import io.mubiao.work.TooCostlyException;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal is a problem of RFC 9457 that lists what is wrong: code, place, and the message in English and Chinese. */
@RestControllerAdvice
class Refusals extends ResponseEntityExceptionHandler {
    /** Rows that are all there already are told apart, for who sends again because no answer came. */
    @ExceptionHandler
    ProblemDetail wrong(ProblemsException e) {
        boolean again = e.problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR).allMatch(it -> it.code().equals("DUPLICATE"));
        return refusal(again ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST, Told.all(e.problems()));
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException e) {
        HttpStatus status = e instanceof NoSuchIdException ? HttpStatus.NOT_FOUND
                : e instanceof AlreadyThereException ? HttpStatus.CONFLICT
                : e instanceof TooCostlyException ? HttpStatus.valueOf(413) : HttpStatus.BAD_REQUEST;
        Problem problem = Reasoned.problem(e, "BAD_REQUEST", Place.of(""));
        return refusal(status, Told.all(List.of(problem)));
    }

    @ExceptionHandler
    ProblemDetail late(DuplicateKeyException e) {
        return refusal(HttpStatus.CONFLICT, "CONFLICT", "somebody else wrote at the same time; send it again", "同时有人写入，请重新提交");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail noDatabase(RuntimeException e) {
        logger.error("the database refuses", e);
        return refusal(HttpStatus.SERVICE_UNAVAILABLE, "NO_DATABASE", "the database did not confirm; ask what is there before you send it again",
                "数据库未确认；请先查询现状再重新提交");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(AuthenticationException e) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(refusal(HttpStatus.UNAUTHORIZED, "NO_TOKEN", "expected a bearer token that somebody has", "需要有效的令牌（Bearer）"));
    }

    @ExceptionHandler
    ProblemDetail forbidden(AccessDeniedException e) {
        return refusal(HttpStatus.FORBIDDEN, "FORBIDDEN", "this role may not ask that", "该角色无权访问");
    }

    @ExceptionHandler
    ProblemDetail nothing(NoProfileException e) {
        return refusal(HttpStatus.FORBIDDEN, "NO_PROFILE", e.getMessage(), e.chinese());
    }

    @ExceptionHandler
    ProblemDetail strange(RequestRejectedException e) {
        return refusal(HttpStatus.BAD_REQUEST, "BAD_REQUEST", "no path is written so", "地址的写法不对");
    }

    @ExceptionHandler
    ProblemDetail unreadable(MultipartException e) {
        return refusal(HttpStatus.BAD_REQUEST, "BAD_REQUEST", "the form cannot be read; expected multipart/form-data with its parts",
                "表单无法读取，应为 multipart/form-data 及其各部分");
    }

    @ExceptionHandler
    ProblemDetail broken(Exception e) {
        logger.error("a question broke", e);
        return refusal(HttpStatus.INTERNAL_SERVER_ERROR, "BROKEN", "this should not have happened; it was written down", "服务出错，已记录");
    }

    /** What Spring itself refuses. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception e, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> refused = super.handleExceptionInternal(e, body, headers, status, request);
        if (refused != null && refused.getBody() instanceof ProblemDetail detail) {
            Problem problem = Problem.error(HttpStatus.valueOf(status.value()).name(), Place.of(""), String.valueOf(detail.getDetail()));
            list(detail, List.of(Told.one(problem, SpringWords.chinese(e, status))));
        }
        return refused;
    }

    private static ProblemDetail refusal(HttpStatus status, String code, String english, String chinese) {
        return refusal(status, List.of(Told.one(Problem.error(code, Place.of(""), english), chinese)));
    }

    private static ProblemDetail refusal(HttpStatus status, List<Map<String, Object>> problems) {
        return list(ProblemDetail.forStatus(status), problems);
    }

    private static ProblemDetail list(ProblemDetail detail, List<Map<String, Object>> problems) {
        Map<?, ?> first = (Map<?, ?>) problems.get(0).get("message");
        detail.setDetail(String.valueOf(first.get(LocaleContextHolder.getLocale().getLanguage().equals("zh") ? "zh" : "en")));
        detail.setProperty("problems", problems);
        return detail;
    }
}
