package dev.sagamart.defaults.deadletters;

import dev.sagamart.messaging.deadletters.LetterId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Letters to be sent once more.
 *
 * @param dryRun whether only to tell what would happen
 */
record ReplayRequest(
        @NotNull @Size(min = 1, max = Reason.MOST_LETTERS) List<@NotNull @Pattern(regexp = LetterId.FORM) String> ids,
        @NotNull Boolean dryRun,

        @Nullable @Size(min = 1, max = Reason.LONGEST) @Pattern(regexp = Reason.FORM, message = Reason.MESSAGE)
        String reason) {}
