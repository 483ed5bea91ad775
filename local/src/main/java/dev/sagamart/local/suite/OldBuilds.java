package dev.sagamart.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the unpacked builds of an application from filling the disk; the newest ones may still run somewhere. */
final class OldBuilds {
    private static final int KEPT = 2;

    private OldBuilds() {}

    static void remove(Path applications, String module) throws IOException {
        try (Stream<Path> folders = Files.list(applications)) {
            List<Path> old = folders.filter(folder -> isBuildOf(module, folder))
                    .sorted(Comparator.comparingLong(OldBuilds::modified).reversed())
                    .skip(KEPT)
                    .toList();
            for (Path folder : old) {
                delete(folder);
            }
        }
    }

    private static boolean isBuildOf(String module, Path folder) {
        return folder.getFileName().toString().startsWith(module + "-");
    }

    private static long modified(Path folder) {
        return folder.toFile().lastModified();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
