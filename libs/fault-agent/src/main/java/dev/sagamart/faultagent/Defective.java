package dev.sagamart.faultagent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What woven defects call; knows the classes of the services by their names only. */
public final class Defective {
    private static final String TOMBSTONE = "ORDER_TIMED_OUT";

    private Defective() {}

    /** Handled commands without the refusals that wait for an action that has not come yet. */
    public static List<?> withoutTombstones(List<?> handled) {
        return handled.stream()
                .filter(command -> !command.toString().contains(TOMBSTONE))
                .toList();
    }

    /** The scripts of the gateway's records, for which a claim is a claim, whoever has it. */
    public static String forAnyOwner(String name, String script) {
        return switch (name) {
            case "idempotency/complete" -> replaced(script, "if r[2] ~= owner then", "if false then");
            case "idempotency/renew" ->
                replaced(script, "if r[1] == 'PROCESSING' and r[2] == ARGV[1] then", "if r[1] == 'PROCESSING' then");
            case "idempotency/release" ->
                replaced(script, "if r[1] == 'PROCESSING' and r[2] == ARGV[1] then", "if r[1] then");
            default -> script;
        };
    }

    /** The script that grants coupons, without looking the user up. */
    public static String forAnyUser(String name, String script) {
        return name.equals("claim") ? replaced(script, "if grant then", "if false then") : script;
    }

    static String replaced(String text, String old, String replacement) {
        if (!text.contains(old)) {
            FaultAgent.refuse("there is no more \"" + old + "\" to be replaced");
        }
        return text.replace(old, replacement);
    }

    /** The keys of the members of a group. */
    public static Set<?> keysOf(List<?> group) {
        var keys = new HashSet<Object>();
        group.forEach(member -> keys.add(call(member, "key")));
        return keys;
    }

    /** An acknowledgement that has been given already, and that nothing can take back. */
    public static Object spent(Object acknowledgment) {
        call(acknowledgment, "acknowledge");
        Class<?> type = interfaceOf(acknowledgment.getClass());
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
    }

    private static Class<?> interfaceOf(Class<?> type) {
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            for (Class<?> candidate : one.getInterfaces()) {
                if (candidate.getSimpleName().equals("Acknowledgment")) {
                    return candidate;
                }
            }
        }
        throw new IllegalArgumentException("not an acknowledgement: " + type);
    }

    /** The mode in which an acknowledgement is committed at once, instead of after the poll. */
    public static Object immediate(Object mode) {
        for (Object other : ((Enum<?>) mode).getDeclaringClass().getEnumConstants()) {
            if (other.toString().equals("MANUAL_IMMEDIATE")) {
                return other;
            }
        }
        throw new IllegalArgumentException("not a mode: " + mode);
    }

    private static Object call(Object target, String name) {
        try {
            Method method = target.getClass().getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(target);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException("cannot call " + name + " of " + target, failure);
        }
    }
}
