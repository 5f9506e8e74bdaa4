package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.testing.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemsTest {
    @Test
    void anOpenListHasNeitherNamesNorATotal() {
        assertEquals(new Items(List.of(), Optional.empty()), Items.open());
    }

    @Test
    void anEnumeratedListHasAsManyItemsAsNames() {
        assertEquals(Optional.of(2), Items.enumerated("东苑小区", "西苑小区").total());
        assertEquals(Items.partlyNamed(2, "东苑小区", "西苑小区"), Items.enumerated("东苑小区", "西苑小区"));
    }

    @Test
    void aPartlyNamedListHasRoomForOthers() {
        assertEquals(new Items(List.of("东苑小区"), Optional.of(13)), Items.partlyNamed(13, "东苑小区"));
        assertEquals(List.of(), Items.partlyNamed(46).named());
    }

    @Test
    void noItemIsNamedTwice() {
        Refusal.naming(() -> Items.enumerated("东苑小区", "东苑小区"), "东苑小区");
    }

    @Test
    void theTotalIsNotBelowTheNames() {
        Refusal.naming(() -> Items.partlyNamed(1, "东苑小区", "西苑小区"), "total", "1", "西苑小区");
        assertThrows(IllegalArgumentException.class, () -> Items.partlyNamed(0));
        assertThrows(IllegalArgumentException.class, Items::enumerated);
    }
}
