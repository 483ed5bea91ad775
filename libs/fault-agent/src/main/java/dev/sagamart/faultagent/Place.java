package dev.sagamart.faultagent;

/**
 * A method of a service or of a library that something hangs on, told apart by the number of its parameters.
 *
 * @param type the full name of the class
 */
record Place(String type, String method, int parameters, Moment moment) {
    enum Moment {
        /** Before the method does anything. */
        ENTRY,
        /** After it has returned; not after it has thrown. */
        RETURN
    }

    static Place entryOf(String type, String method, int parameters) {
        return new Place(type, method, parameters, Moment.ENTRY);
    }

    static Place returnOf(String type, String method, int parameters) {
        return new Place(type, method, parameters, Moment.RETURN);
    }

    @Override
    public String toString() {
        return "%s of %s.%s/%d".formatted(moment.name().toLowerCase(java.util.Locale.ROOT), type, method, parameters);
    }
}
