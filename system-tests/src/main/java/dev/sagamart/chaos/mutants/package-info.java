/** Plants one defect after the other into the suite, to see that the oracle would notice. */
@NullMarked
package dev.sagamart.chaos.mutants;

import org.jspecify.annotations.NullMarked;
