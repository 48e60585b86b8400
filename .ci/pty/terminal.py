"""A terminal without a window: runs a command in one and keeps what a person would see."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass, field

import pyte

CTRL_C = b"\x03"


class _Paper(pyte.HistoryScreen):
    """A screen that keeps what scrolls away and notes each line that ran over its edge."""

    def __init__(self, columns, rows):
        self.overrun = []
        self.drawing = False
        super().__init__(columns, rows, history=100_000)

    def draw(self, data):
        self.drawing = True
        super().draw(data)
        self.drawing = False

    def linefeed(self):
        if self.drawing:
            self.overrun.append(self.display[self.cursor.y])
        super().linefeed()


@dataclass
class Seen:
    """What a command left on the terminal, and its exit code; 128 and more for a signal's."""

    exit: int
    lines: list[str]
    last: list[str]
    overrun: list[str]
    codes: bytes = field(repr=False)
    took: float = 0.0

    @property
    def text(self):
        return "\n".join(self.lines)

    @property
    def colours(self):
        return set(re.findall(rb"\x1b\[([0-9;]+)m", self.codes))


def run(command, columns=80, rows=24, environment=None, on_output=None, limit=300):
    """Runs a command in a terminal of its own. on_output(text so far, send) may type."""
    known = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **(environment or {})}
    known = {name: value for name, value in known.items() if value is not None}
    begun = time.monotonic()
    child, master = pty.fork()
    if child == 0:
        # Whoever starts this in the background has it ignored, and that is inherited.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        # The size is there before the command asks for it.
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.execvpe(command[0], command, known)
    output = bytearray()
    while True:
        if time.monotonic() - begun > limit:
            os.killpg(child, signal.SIGKILL)
        ready, _, _ = select.select([master], [], [], 0.1)
        if ready:
            try:
                piece = os.read(master, 65536)
            except OSError:  # Linux says so when the last one has closed the other side
                break
            if not piece:
                break
            output += piece
        if on_output:
            on_output(output.decode(errors="replace"), lambda keys: os.write(master, keys))
    os.close(master)
    _, status = os.waitpid(child, 0)
    took = time.monotonic() - begun
    paper = _Paper(columns, rows)
    pyte.ByteStream(paper).feed(bytes(output))
    above = ["".join(line[x].data for x in range(columns)).rstrip() for line in paper.history.top]
    last = [line.rstrip() for line in paper.display]
    exit_code = os.waitstatus_to_exitcode(status)
    return Seen(
        exit=exit_code if exit_code >= 0 else 128 - exit_code,
        lines=above + last,
        last=last,
        overrun=paper.overrun,
        codes=bytes(output),
        took=took,
    )
