package dev.sagamart.coupon.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.coupon.campaign.Campaign;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of a user's coupon of a campaign. There is only one such coupon, so the id follows from both: even if all
 * counters are lost between two tries of a user, both lead to the same coupon.
 */
final class CouponIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private CouponIds() {}

    /** @return a UUID of version 7 with the time of the campaign */
    static UUID of(Campaign campaign, String userId) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(campaign.id() + "|" + userId));
        long time = campaign.createdAt().toEpochMilli() << 16;
        return new UUID(time | VERSION_7 | (hash.getShort() & 0x0fffL), VARIANT | (hash.getLong() >>> 2));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
