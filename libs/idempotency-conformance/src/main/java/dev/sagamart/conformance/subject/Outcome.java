package dev.sagamart.conformance.subject;

import dev.sagamart.conformance.http.Answer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A status, and the code in the body when that matters too.
 *
 * @param codePointer where in the body the code stands
 */
public record Outcome(int status, @Nullable String code, String codePointer) {

    /** From {@code 409} or {@code 409 REQUEST_IN_PROGRESS}. */
    static Outcome parse(String text, String codePointer) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? new Outcome(Integer.parseInt(text), null, codePointer)
                : new Outcome(
                        Integer.parseInt(text.substring(0, blank)),
                        text.substring(blank).strip(),
                        codePointer);
    }

    public boolean is(Answer answer) {
        return answer.status() == status
                && (code == null
                        || Objects.equals(code, answer.json().at(codePointer).asString("")));
    }

    @Override
    public String toString() {
        return code == null ? Integer.toString(status) : status + " " + code;
    }
}
