package dev.sagamart.conformance.subject;

import java.util.Map;

/** How the parts of the API can be disturbed; each returns when it has happened. */
public interface Faults {

    boolean possible(Fault fault);

    void cause(Fault fault);

    /** What is not in the map is not possible. */
    static Faults of(Map<Fault, Runnable> actions) {
        return new Faults() {
            @Override
            public boolean possible(Fault fault) {
                return actions.containsKey(fault);
            }

            @Override
            public void cause(Fault fault) {
                Runnable action = actions.get(fault);
                if (action == null) {
                    throw new IllegalStateException("no way to " + fault.label());
                }
                action.run();
            }
        };
    }
}
