package dev.sagamart.defaults.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/** A body is JSON in UTF-8: no relative of JSON, no pattern, no other charset. */
final class OnlyJson implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        String type = request.getContentType();
        if (type != null && !isJson(type)) {
            throw new HttpMediaTypeNotSupportedException("not JSON");
        }
        return true;
    }

    private static boolean isJson(String text) {
        try {
            MimeType type = MimeTypeUtils.parseMimeType(text);
            Charset charset = type.getCharset();
            return type.equalsTypeAndSubtype(MimeTypeUtils.APPLICATION_JSON)
                    && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (InvalidMimeTypeException noType) {
            return false;
        }
    }
}
