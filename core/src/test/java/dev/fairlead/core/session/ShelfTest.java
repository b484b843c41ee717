package dev.fairlead.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ShelfTest {

    @Test
    void saysTheSameAsALinkedHashMapThatIsCutToSize() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Shelf<Integer, Integer> shelf = Shelf.ofLast(5);
        Map<Integer, Integer> oracle = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            int key = random.nextInt(9);
            if (random.nextInt(4) == 0) {
                shelf = shelf.without(key);
                oracle.remove(key);
            } else {
                shelf = shelf.with(key, i);
                oracle.remove(key);
                oracle.put(key, i);
                if (oracle.size() > 5) {
                    oracle.remove(oracle.keySet().iterator().next());
                }
            }
            List<Integer> values = new ArrayList<>();
            for (Integer each : shelf.keys()) {
                values.add(shelf.get(each).orElseThrow());
            }
            assertThat(shelf.keys()).as("seed %d", seed).containsExactlyElementsOf(oracle.keySet());
            assertThat(values).as("seed %d", seed).containsExactlyElementsOf(oracle.values());
        }
    }

    @Test
    void isAValue() {
        Shelf<String, Integer> one = Shelf.<String, Integer>ofLast(2).with("a", 1);
        Shelf<String, Integer> same = Shelf.<String, Integer>ofLast(2).with("a", 1);
        assertThat(one)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(one.with("a", 2))
                .isNotEqualTo("a");
        assertThat(one.with("b", 2).with("c", 3)).hasToString("2 of 2 kept, 1 forgotten");
        assertThat(one.without("z")).isSameAs(one);
        assertThatThrownBy(() -> Shelf.ofLast(0)).hasMessage("capacity 0 keeps nothing");
        assertThatThrownBy(() -> Recent.ofLast(0)).hasMessage("capacity 0 keeps nothing");
    }
}
