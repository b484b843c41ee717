package dev.fairlead.core.detectors;

import org.junit.jupiter.api.Test;

final class NoProgressTest {

    @Test
    void staysQuietOnLooksAtSomethingNew() {
        Script.of("""
                task    find the fault
                reads   file0.py
                works   content a
                reads   file1.py
                works   content b
                reads   file2.py
                works   content c
                reads   file3.py
                works   content d
                reads   file4.py
                works   content e
                reads   file5.py
                works   content f
                reads   file6.py
                works   content g
                reads   file7.py
                works   content h
                reads   file8.py
                works   content i
                reads   file9.py
                works   content j
                reads   file10.py
                works   content k
                reads   file11.py
                works   content l
                reads   file12.py
                works   content m
                reads   file13.py
                works   content n
                reads   file14.py
                works   content o
                reads   file15.py
                works   content p
                """).play(new NoProgress());
    }

    @Test
    void staysQuietWhenSomethingChangesBetween() {
        Script.of("""
                task    find the fault
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                edits   a.py: a => b
                works
                looks   parser
                works   parser.py:1
                """).play(new NoProgress());
    }

    @Test
    void flagsTheFifteenthLookAtWhatWasSeenOnce() {
        Script.of("""
                task    find the fault
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1
                looks   parser
                works   parser.py:1            << no-progress low
                looks   parser
                works   parser.py:1
                """).play(new NoProgress());
    }
}
