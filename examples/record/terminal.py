"""Runs a program in a terminal of its own and types what it is told.

usage: terminal.py PROGRAM [ARGUMENT ...]

Every line on standard input is a JSON string: the keys to type. The screen goes to standard output, as raw bytes.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios

ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62c", b"\x1b[0c": b"\x1b[?62c"}

child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
sources = [terminal, 0]
pending = b""
while True:
    ready, _, _ = select.select(sources, [], [])
    if terminal in ready:
        try:
            screen = os.read(terminal, 65536)
        except OSError:
            break
        if not screen:
            break
        os.write(1, screen)
        for question, answer in ANSWERS.items():
            if question in screen:
                os.write(terminal, answer)
    if 0 in ready:
        got = os.read(0, 65536)
        if not got:
            sources.remove(0)
        pending += got
        *lines, pending = pending.split(b"\n")
        for line in lines:
            os.write(terminal, json.loads(line).encode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
