package dev.sagamart.conformance.http;

/** A header line. */
public record Header(String name, String value) {

    /** From {@code Name: value}. */
    public static Header parse(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not a header (Name: value): " + line);
        }
        return new Header(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
}
