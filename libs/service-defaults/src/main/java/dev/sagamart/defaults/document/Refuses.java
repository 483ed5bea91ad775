package dev.sagamart.defaults.document;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the refusals that only this operation has; those that follow from its arguments need no word. */
@Documented
@Repeatable(Refuses.Each.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    int status();

    /** The codes of the problem documents. */
    String[] codes();

    /** An id that the problem document carries besides the usual members, or nothing. */
    String with() default "";

    /** Several of them, one per status. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Each {
        Refuses[] value();
    }
}
