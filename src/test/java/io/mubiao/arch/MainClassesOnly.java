package io.mubiao.arch;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The library alone: neither its tests nor its examples. */
public final class MainClassesOnly implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return location.contains("/target/classes/");
    }
}
