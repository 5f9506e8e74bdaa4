package io.mubiao.arch;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import io.mubiao.Mubiao;

/** The library alone: neither its tests nor its examples. */
public final class MainClassesOnly implements ImportOption {
    private static final String MAIN = Mubiao.class.getProtectionDomain().getCodeSource().getLocation().toString();

    @Override
    public boolean includes(Location location) {
        return location.asURI().toString().startsWith(MAIN);
    }
}
