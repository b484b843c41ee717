package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Programs that make, divide and wipe disks and volumes.
final class Disks {

    private static final List<String> FORMATS = List.of(
            "ext2", "ext3", "ext4", "xfs", "btrfs", "vfat", "fat", "ntfs", "f2fs", "exfat", "minix", "bfs", "reiserfs");
    private static final List<String> VOLUMES = List.of("lvremove", "vgremove", "pvremove", "lvreduce", "vgreduce");
    private static final Spec MKFS = Spec.of("t|type= n L= b= m= E= O= U= F q c j N= i= I= V help version");
    private static final Spec VOLUME =
            Spec.of("t|test f|force y|yes h|help longhelp reportformat= L|size= config= noudevsync v q A|autobackup=");

    private Disks() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        programs.put("mkfs", Disks::format);
        FORMATS.forEach(format -> programs.put("mkfs." + format, Disks::format));
        programs.put("mkswap", Disks::format);
        programs.put("mke2fs", Disks::format);
        VOLUMES.forEach(name -> programs.put(name, Disks::volume));
        programs.put("lvm", it -> it.arguments().isEmpty() ? Flow.EMPTY : lvm(it));
        programs.put("wipefs", Disks::wipefs);
        for (String name : List.of("fdisk", "sfdisk", "cfdisk", "gdisk", "sgdisk", "parted", "blkdiscard", "hdparm")) {
            programs.put(name, Disks::table);
        }
        programs.put("cryptsetup", it -> words(it, "luksFormat", "luksErase", "erase", "luksRemoveKey"));
        programs.put("zpool", it -> words(it, "destroy", "labelclear"));
        programs.put("zfs", it -> words(it, "destroy", "rollback"));
        programs.put(
                "diskutil", it -> words(it, "eraseDisk", "eraseVolume", "partitionDisk", "secureErase", "zeroDisk"));
        programs.put("mdadm", it -> words(it, "--zero-superblock", "--stop", "--remove"));
        programs.put("nvme", it -> words(it, "format", "sanitize"));
        return programs;
    }

    private static void wipes(Invocation it, Argument disk) {
        it.effect(new Effect.Wipes(disk.text(), it.program()));
    }

    private static Flow format(Invocation it) {
        Options options = it.options(MKFS);
        for (Argument operand : options.operands()) {
            boolean isDisk = it.target(operand).ground() == Ground.DEVICE;
            if (isDisk && !options.has("n", "help", "version")) {
                wipes(it, operand);
            }
        }
        return Flow.UNKNOWN;
    }

    private static Flow volume(Invocation it) {
        Options options = it.options(VOLUME);
        if (!options.has("t", "h", "longhelp")) {
            options.operands().stream().filter(Argument::isKnown).forEach(operand -> wipes(it, operand));
        }
        return Flow.UNKNOWN;
    }

    private static Flow lvm(Invocation it) {
        boolean isTest = it.has("--test") || it.has("-t");
        List<Argument> words = it.arguments().stream()
                .filter(word -> !word.is("--test") && !word.is("-t"))
                .toList();
        return isTest || words.isEmpty() ? Flow.UNKNOWN : it.shell().run(words, it.input());
    }

    private static Flow wipefs(Invocation it) {
        Options options = it.options(Spec.of("a|all f|force n|no-act o|offset= t= b q h|help V"));
        if (options.has("a", "o") && !options.has("n")) {
            options.operands().forEach(operand -> wipes(it, operand));
        }
        return Flow.UNKNOWN;
    }

    private static Flow table(Invocation it) {
        boolean isRead = it.has("-l")
                || it.has("--list")
                || it.has("-n")
                || it.has("--no-act")
                || it.has("print")
                || it.has("--help")
                || it.has("--version")
                || it.has("-d")
                || it.has("--dump")
                || it.has("-p");
        for (Argument argument : it.arguments()) {
            if (!isRead && it.target(argument).ground() == Ground.DEVICE) {
                wipes(it, argument);
            }
        }
        return Flow.UNKNOWN;
    }

    private static Flow words(Invocation it, String... verbs) {
        for (String verb : verbs) {
            if (it.has(verb) && !it.has("-n")) {
                it.effect(new Effect.Wipes(it.line(), it.program()));
            }
        }
        return Flow.UNKNOWN;
    }
}
