package dev.sagamart.coupon.issuing;

/** Names in little memory (a Bloom filter): it knows surely who is not among them, and of one in a hundred it does not. */
final class NameFilter {
    private static final long MOST = 1_000_000;
    private static final int BITS_PER_NAME = 10;
    private static final int HASHES = 7;
    private static final int FEWEST_BITS = 1_024;

    private final long[] words;
    private final long bits;

    /** Whether so many names fit. */
    static boolean isFor(long names) {
        return names <= MOST;
    }

    NameFilter(long names) {
        bits = Math.max(FEWEST_BITS, names * BITS_PER_NAME);
        words = new long[Math.toIntExact(bits / Long.SIZE + 1)];
    }

    void add(String name) {
        long hash = hash(name);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(hash, i);
            words[(int) (bit / Long.SIZE)] |= 1L << bit;
        }
    }

    boolean mayHave(String name) {
        long hash = hash(name);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(hash, i);
            if ((words[(int) (bit / Long.SIZE)] & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    private long bit(long hash, int number) {
        return Math.floorMod(hash + number * (hash >>> 32 | 1), bits);
    }

    /** All its bits depend on all characters. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
