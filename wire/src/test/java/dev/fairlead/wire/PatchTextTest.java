package dev.fairlead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Action.FilePatch;
import dev.fairlead.core.event.Action.FilePatch.Kind;
import org.junit.jupiter.api.Test;

final class PatchTextTest {

    @Test
    void readsEveryKindOfChange() {
        assertThat(PatchText.read("""
                *** Begin Patch
                *** Add File: new.txt
                +one
                +
                +three
                *** Update File: old.txt
                @@
                -x
                +y
                *** Delete File: gone.txt
                *** End Patch
                """))
                .containsExactly(
                        new FilePatch("new.txt", Kind.ADD, "", "one\n\nthree"),
                        new FilePatch("old.txt", Kind.UPDATE, "x", "y"),
                        new FilePatch("gone.txt", Kind.DELETE, "", ""));
    }

    @Test
    void keepsTheLineBeforeEachBlockSoThatTheSameChangeInTwoPlacesDiffers() {
        assertThat(PatchText.read("""
                *** Begin Patch
                *** Update File: a.txt
                @@ class A
                 first
                -x
                +y
                 between
                 second
                -x
                +y
                @@ class B
                -x
                *** End Patch
                """))
                .containsExactly(new FilePatch(
                        "a.txt", Kind.UPDATE, "first\nx\nsecond\nx\nclass B\nx", "first\ny\nsecond\ny\nclass B"));
    }

    @Test
    void tellsAMovedFileAsOneThatGoesAndOneThatChanges() {
        assertThat(PatchText.read("""
                *** Begin Patch
                *** Update File: from.txt
                *** Move to: to.txt
                @@
                -x
                +y
                *** End Patch
                """))
                .containsExactly(
                        new FilePatch("from.txt", Kind.DELETE, "", ""), new FilePatch("to.txt", Kind.UPDATE, "x", "y"));
    }

    @Test
    void readsAPatchWithoutItsEnd() {
        assertThat(PatchText.read("*** Begin Patch\r\n*** Update File: a.txt\r\n-x\r\n+y"))
                .containsExactly(new FilePatch("a.txt", Kind.UPDATE, "x", "y"));
    }

    @Test
    void findsNoPatchWhereThereIsNone() {
        assertThat(PatchText.read("*** Update File: a.txt\n-x\n+y")).isEmpty();
        assertThat(PatchText.read("*** Begin Patch\n*** End Patch")).isEmpty();
    }
}
