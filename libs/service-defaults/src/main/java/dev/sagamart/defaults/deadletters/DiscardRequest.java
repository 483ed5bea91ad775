package dev.sagamart.defaults.deadletters;

import dev.sagamart.messaging.deadletters.LetterId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Letters to be put aside for good, and why. */
record DiscardRequest(
        @NotNull @Size(min = 1, max = Reason.MOST_LETTERS) List<@NotNull @Pattern(regexp = LetterId.FORM) String> ids,

        @NotNull @Size(min = 1, max = Reason.LONGEST) @Pattern(regexp = Reason.FORM, message = Reason.MESSAGE)
        String reason) {}
