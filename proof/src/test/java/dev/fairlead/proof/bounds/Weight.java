package dev.fairlead.proof.bounds;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/// The bytes that an object and everything it holds take on the heap of a 64-bit virtual machine with compressed
/// references: 12 bytes of header, 4 for a reference, all rounded up to 8.
///
/// Our own objects are walked field by field. The library's are counted by what they hold, as their fields are closed
/// to
/// us: a list as one array, a map as one node for each entry.
final class Weight {

    private static final int HEADER = 12;
    private static final int REFERENCE = 4;
    private static final int ARRAY_HEADER = 16;
    private static final int MAP_NODE = 48;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final Predicate<Object> isShared;
    private long bytes;

    private Weight(Predicate<Object> isShared) {
        this.isShared = isShared;
    }

    /// @param isShared what belongs to others too and is left out
    static long of(Object root, Predicate<Object> isShared) throws IllegalAccessException {
        Weight weight = new Weight(isShared);
        weight.visit(root);
        while (!weight.waiting.isEmpty()) {
            weight.open(weight.waiting.pop());
        }
        return weight.bytes;
    }

    private void visit(Object each) {
        boolean isFree = each instanceof Enum<?> || each instanceof Class<?> || isShared.test(each);
        if (!isFree && seen.add(each)) {
            waiting.push(each);
        }
    }

    private void open(Object each) throws IllegalAccessException {
        switch (each) {
            case String text -> add(24 + aligned(ARRAY_HEADER + stored(text)));
            case Optional<?> optional -> {
                add(HEADER + REFERENCE);
                optional.ifPresent(this::visit);
            }
            case Collection<?> collection -> {
                add(24 + aligned(ARRAY_HEADER + (long) REFERENCE * collection.size()));
                collection.forEach(this::visit);
            }
            case Map<?, ?> map -> {
                add(48 + (long) MAP_NODE * map.size());
                map.keySet().forEach(this::visit);
                map.values().forEach(this::visit);
            }
            case Long _, Double _, Instant _, OptionalLong _ -> add(24);
            case Number _, Boolean _, Character _, OptionalInt _ -> add(16);
            default -> {
                if (each.getClass().isArray()) {
                    array(each);
                } else {
                    fields(each);
                }
            }
        }
    }

    private void array(Object array) {
        int length = Array.getLength(array);
        Class<?> part = array.getClass().getComponentType();
        add(ARRAY_HEADER + (long) length * size(part));
        for (int i = 0; !part.isPrimitive() && i < length; i++) {
            Object held = Array.get(array, i);
            if (held != null) {
                visit(held);
            }
        }
    }

    private void fields(Object each) throws IllegalAccessException {
        if (!each.getClass().getName().startsWith("dev.fairlead.")) {
            throw new IllegalArgumentException("nothing is known of the size of `%s`".formatted(each.getClass()));
        }
        long size = HEADER;
        for (Class<?> type = each.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    size += size(field.getType());
                    follow(each, field);
                }
            }
        }
        add(size);
    }

    private void follow(Object each, Field field) throws IllegalAccessException {
        if (field.getType().isPrimitive()) {
            return;
        }
        field.setAccessible(true);
        Object held = field.get(each);
        if (held != null) {
            visit(held);
        }
    }

    private void add(long size) {
        bytes += aligned(size);
    }

    private static long aligned(long size) {
        return (size + 7) / 8 * 8;
    }

    private static long stored(String text) {
        boolean isLatin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        return isLatin ? text.length() : 2L * text.length();
    }

    private static int size(Class<?> type) {
        if (!type.isPrimitive()) {
            return REFERENCE;
        }
        return type == long.class || type == double.class
                ? 8
                : type == int.class || type == float.class ? 4 : type == short.class || type == char.class ? 2 : 1;
    }
}
