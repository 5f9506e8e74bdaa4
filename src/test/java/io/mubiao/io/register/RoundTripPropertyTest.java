package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.target.Register;
import io.mubiao.testing.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written is read back equal, in either format. */
class RoundTripPropertyTest {
    @Property
    void registersSurviveYamlAndJson(@ForAll long seed) {
        Register register = Arbitrary.register(seed);
        for (Format format : Format.values()) {
            String text = RegisterFile.write(register, format);
            assertEquals(register, RegisterFile.parse(text, format, "written"), text);
        }
    }

    @Property
    void writingIsStable(@ForAll long seed) {
        String once = RegisterFile.write(Arbitrary.register(seed), Format.YAML);
        assertEquals(once, RegisterFile.write(RegisterFile.parse(once, Format.YAML, "written"), Format.YAML));
    }
}
