"""A terminal without a window: runs a command in one and keeps what a person would see."""

import fcntl
import os
import pty
import re
import select
import shlex
import signal
import struct
import subprocess
import tempfile
import termios
import time
from dataclasses import dataclass, field

CTRL_C = b"\x03"


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
    lines, last, overrun = _drawn(bytes(output), columns, rows)
    exit_code = os.waitstatus_to_exitcode(status)
    return Seen(
        exit=exit_code if exit_code >= 0 else 128 - exit_code,
        lines=lines,
        last=last,
        overrun=overrun,
        codes=bytes(output),
        took=took,
    )


def _drawn(output, columns, rows):
    """What tmux, which is a terminal, makes of the bytes: all lines, those of the last screen, and each
    that ran over the edge."""
    with tempfile.TemporaryDirectory() as folder:
        printed = os.path.join(folder, "printed")
        with open(printed, "wb") as file:
            file.write(output)
        tmux = ["tmux", "-S", os.path.join(folder, "socket"), "-f", "/dev/null"]

        def ask(*words):
            done = subprocess.run([*tmux, *words], check=True, capture_output=True, text=True)
            return done.stdout.split("\n")[:-1]

        # The size of the history is that of sessions made after it is said.
        draw = f"stty -opost; cat {printed}; {shlex.join(tmux)} wait-for -S drawn; exec sleep 600"
        ask("start-server", ";", "set-option", "-g", "history-limit", "100000", ";",
            "set-option", "-g", "status", "off", ";",
            "new-session", "-d", "-x", str(columns), "-y", str(rows), draw)
        try:
            ask("wait-for", "drawn")
            lines = [line.rstrip() for line in ask("capture-pane", "-p", "-S", "-", "-E", "-")]
            last = [line.rstrip() for line in ask("capture-pane", "-p")]
            joined = ask("capture-pane", "-p", "-J", "-S", "-", "-E", "-")
        finally:
            ask("kill-server")
    return lines, last, [line for line in joined if len(line) > columns]
