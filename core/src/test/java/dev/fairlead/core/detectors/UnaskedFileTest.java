package dev.fairlead.core.detectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnaskedFileTest {

    @Test
    void flagsAReportThatNobodyAskedFor() {
        Script.of("""
                task    fix the parser
                writes  FIX_SUMMARY.md: What I did
                works                                       << unasked-file low
                """).play(new UnaskedFile());
    }

    @Test
    void staysQuietOnAReportThatWasAskedForOrWasThere() {
        Script.of("""
                task    fix the parser and write a summary
                writes  FIX_SUMMARY.md: What I did
                works
                """).play(new UnaskedFile());
        Script.of("""
                task    fix the parser
                reads   CHANGES.md
                works   1.0
                writes  CHANGES.md: 1.1
                works
                """).play(new UnaskedFile());
    }

    @Test
    void flagsAScratchScriptThatIsLeftBehind() {
        Script.of("""
                works_in /home/dev/project
                task    fix the parser
                writes  /home/dev/project/reproduce_issue.py: print(1)
                works
                runs    python reproduce_issue.py
                exits   0 1
                says    Done.                               << unasked-file low
                says    Done.
                """).play(new UnaskedFile());
    }

    @Test
    void staysQuietOnAScratchScriptThatWasDeletedNamedOrIsElsewhere() {
        Script.of("""
                works_in /home/dev/project
                task    fix the parser
                writes  /home/dev/project/debug.py: print(1)
                works
                runs    python debug.py
                exits   0 1
                runs    rm debug.py
                exits   0
                writes  /tmp/try.py: print(1)
                works
                runs    python /tmp/try.py
                exits   0 1
                says    Done.
                writes  /home/dev/project/repro.py: print(1)
                works
                runs    python repro.py
                exits   0 1
                says    Done. I left repro.py for you.
                """).play(new UnaskedFile());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -f debug*.py",
                "git clean -fd",
                "mv debug.py tests/test_debug.py",
                "find . -name 'debug*.py' -delete"
            })
    void staysQuietOnAScratchScriptThatMayBeGone(String removal) {
        Script.of("""
                task    fix the parser
                writes  debug.py: print(1)
                works
                runs    python debug.py
                exits   0 1
                runs    %s
                exits   0
                says    Done.
                """.formatted(removal)).play(new UnaskedFile());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write a script that shows the bug",
                "reproduce the bug first",
                "build a demo of the slider",
                "benchmark it"
            })
    void staysQuietOnAScriptThatMayHaveBeenAskedFor(String message) {
        Script.of("""
                task    %s
                writes  demo.py: print(1)
                works
                runs    python demo.py
                exits   0 1
                says    Done.
                """.formatted(message)).play(new UnaskedFile());
    }

    @Test
    void staysQuietOnWhatIsSetAside() {
        Script.of("""
                works_in /home/dev/project
                task    fix the parser
                writes  /home/dev/project/tmp/try.py: print(1)
                works
                runs    python tmp/try.py
                exits   0 1
                says    Done.
                writes  /home/dev/project/.claude/FIX_SUMMARY.md: What I did
                works
                """).play(new UnaskedFile());
    }
}
