"""What a person sees of the command on a terminal of 80 x 24 and one of 120 x 40.

TERMINAL_OUT is the output folder of the demo: DemoTest makes it, the other tests read it.
"""

import os
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from glob import glob
from pathlib import Path

import terminal

ROOT = Path(__file__).resolve().parents[2]
DESIST = "./desist"
OUT = os.environ.get("TERMINAL_OUT", "var/demo")
SIZES = [(80, 24), (120, 40)]
LONG = (
    "select measure, category, reoffending_rate, rate_lower, rate_upper, rate_status,"
    " geography_type from reoffending_rate where rate_status = 'ok' limit 5"
)
SPARED = "A wider screen shows more columns:"
# Names that each end with a comma, on one line or several, and the last one.
LEFT_OUT = re.compile(re.escape(SPARED) + r"((?:[^,\n]+,\s+)*[^,\n]+)")
TOOK = re.compile(r"\([\d.]+ (s|min)[^)]*\)")
RULE = re.compile(r"[-+|=*\\]+")


def shown(*words, columns=80, rows=24, environment=None, **more):
    # Colours are told apart in a test of their own.
    asked = {"NO_COLOR": "1", "FORCE_COLOR": None, "CLICOLOR_FORCE": None, **(environment or {})}
    return terminal.run([DESIST, *words], columns, rows, asked, **more)


def piped(*words):
    """The same with no width at all."""
    done = subprocess.run(
        [DESIST, *words], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    return done.stderr + done.stdout


def words(text):
    """The words and numbers of a text, without lines that only draw and how long things took."""
    return {word for word in TOOK.sub("", text).split() if not RULE.fullmatch(word)}


def parts(word):
    """How a long name may stand on several lines: whole, or broken after an underscore."""
    pieces = re.findall(r"[^_]*_+|[^_]+$", word)
    ends = range(1, len(pieces) + 1)
    return {"".join(pieces[a:b]) for a in range(len(pieces)) for b in ends if a < b}


class TerminalTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        os.chdir(ROOT)
        cls.scratch = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.scratch)

    def assert_fits(self, seen, columns):
        self.assertEqual(seen.overrun, [], f"wider than {columns}")

    def assert_whole(self, seen, wide):
        """Nothing is broken: the words are those of the text that has no width."""
        there = words(wide)
        known = set().union(*(parts(word) for word in there)) | words(SPARED)
        # A narrow table names the columns that it leaves out: headings of the wide one and no more.
        for left_out in LEFT_OUT.findall(seen.text):
            self.assertEqual(words(left_out.replace(",", " ")) - there, set(), "no heading")
            known |= words(left_out)
        self.assertEqual(words(seen.text) - known, set(), "broken")
        if SPARED not in seen.text:
            missing = {word for word in there if not parts(word) & words(seen.text)}
            self.assertEqual(missing, set(), "lost")


class DemoTest(TerminalTest):
    """The demo itself, on the smaller terminal."""

    def test_its_last_screen_holds_its_point(self):
        seen = shown("demo", "--out", OUT, limit=1800)
        # For the log: what a person is left with.
        print("\n".join(seen.last))
        self.assertEqual(seen.exit, 0, seen.text)
        self.assert_fits(seen, 80)
        last = "\n".join(seen.last)
        for point in [
            r"Reoffended within a year +\d+\.\d% of [\d,]+ people",
            r"Lowest region +\w.*, \d+\.\d%",
            r"Highest region +\w.*, \d+\.\d%",
            r"Clear Thinking Programme +Lower reoffending: statistically significant",
            r"Ready Hands Employment +Inconclusive",
            r"Steady Relationships Programme +Sealed",
            r"Wren House, women's centre +No answer",
            r"the run .*\.html",
            r"a payment .*\.html",
            r"the answers .*clear-thinking/report\.html",
            r"Ask: \S+ query",
        ]:
            self.assertRegex(last, point)
        for page in re.findall(r"\S+\.html", last):
            self.assertTrue(Path(page).is_file(), page)


class ScreensTest(TerminalTest):
    """No word and no number is broken, and no line is wider than the terminal."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.small = str(cls.scratch / "small")
        cls.first = shown("demo", "--world", "small", "--out", cls.small)

    def screens(self):
        key = ["--key-file", f"{OUT}/demo.key", "--out", OUT]
        request = "data-samples/requests/ready-hands"
        year = ["--provider", "C17", "--year", "2016-17", "--out", OUT]
        for words in (
            ["demo", "--world", "small", "--out", self.small],
            ["runs", "--out", OUT],
            ["show", "--out", OUT],
            ["show", "--out", self.small],
            ["query", "--marts", "--out", OUT],
            ["query", "--out", OUT, "describe reoffending_rate"],
            ["query", "--out", OUT, LONG],
            ["payment", *year],
            ["payment", "--restricted", *year],
            ["demo", "--wrld", "small"],
        ):
            yield words, SIZES
        # These take their time.
        yield ["compare", request, "--clinic", *key], SIZES[:1]
        # One request at a time is looked at by one process, and two screens are made at once.
        yield ["compare", "data-samples/requests/clear-thinking", *key], SIZES[:1]

    def test_screens(self):
        self.assertEqual(self.first.exit, 0, self.first.text)
        self.assert_fits(self.first, 80)
        self.assertIn("In short", "\n".join(self.first.last))

        def look(screen):
            command, sizes = screen
            wide = piped(*command)
            return command, wide, [(c, shown(*command, columns=c, rows=r)) for c, r in sizes]

        with ThreadPoolExecutor(2) as pool:
            for command, wide, all_seen in pool.map(look, self.screens()):
                for columns, seen in all_seen:
                    with self.subTest(shlex.join(command), columns=columns):
                        self.assert_fits(seen, columns)
                        self.assert_whole(seen, wide)

    def test_help(self):
        top = shown("--help", columns=120, rows=40)
        names = re.findall(r"^  ([a-z]+) {2,}\S", top.text, re.MULTILINE)
        self.assertGreater(len(names), 25)
        asked = [["--help"], *([name, "--help"] for name in names if name != "help")]

        def look(command):
            return command, [shown(*command, columns=c, rows=r) for c, r in SIZES]

        with ThreadPoolExecutor(2) as pool:
            for command, (narrow, wide) in pool.map(look, asked):
                with self.subTest(shlex.join(command)):
                    self.assertEqual(narrow.exit, 0)
                    self.assertIn("Usage:", narrow.text)
                    self.assert_fits(narrow, 80)
                    self.assert_fits(wide, 120)
                    self.assertEqual(words(narrow.text), words(wide.text), "broken")
                    self.assertNotRegex(narrow.text, r"(?m)[a-z]-$")

    def test_the_total_of_a_payment_is_where_the_eye_lands(self):
        year = ["--provider", "C17", "--year", "2016-17"]
        seen = shown("payment", *year, "--out", OUT, "--restricted")
        self.assertRegex(seen.text, r"running\s")
        self.assertRegex([line for line in seen.last if line][-1], r"^TOTAL GBP -?[\d,]+\.\d\d")


class ColourTest(TerminalTest):
    """Colours are there for those who see them, and never the only sign."""

    def coloured(self, **environment):
        asked = {"NO_COLOR": None, "FORCE_COLOR": None, "CLICOLOR_FORCE": None, **environment}
        return shown("runs", "--out", OUT, environment=asked)

    def test_a_terminal_has_them_and_the_words_are_the_same(self):
        coloured = self.coloured()
        self.assertEqual(coloured.colours, {b"0", b"1", b"32"})
        for plain in [self.coloured(NO_COLOR="1"), self.coloured(TERM="dumb")]:
            self.assertEqual(plain.colours, set())
            self.assertEqual(plain.lines, coloured.lines)
        self.assertEqual(self.coloured(NO_COLOR="").colours, coloured.colours)
        self.assertNotIn("\x1b", piped("runs", "--out", OUT))

    def test_an_error_is_red_and_help_is_bold(self):
        asked = {"NO_COLOR": None}
        self.assertIn(b"31", shown("show", "--out", "nowhere", environment=asked).colours)
        self.assertTrue(shown("runs", "--help", environment=asked).colours)
        self.assertEqual(shown("runs", "--help").colours, set())


class StopTest(TerminalTest):
    """Ctrl-C, typed on the terminal."""

    def stopped(self, *command, when, times=1):
        """Types it when the work has begun, and again when its notice is whole."""
        typed = []

        def on_output(text, send):
            is_time = "Type the same command again." in text if typed else when(text)
            if is_time and len(typed) < times:
                send(terminal.CTRL_C)
                typed.append(text)

        seen = terminal.run(list(command), 80, 24, {"NO_COLOR": "1"}, on_output, limit=60)
        self.assertEqual(seen.exit, 130, seen.text)
        self.assert_fits(seen, 80)
        self.assertEqual(len(re.findall(r"\bStopped\b", seen.text)), 1, seen.text)
        self.assertNotIn("error", seen.text)
        return seen

    def printed(self, seen):
        """The command that the screen says, as it can be pasted."""
        at = [i for i, line in enumerate(seen.lines) if line.strip().startswith(f"{DESIST} ")][-1]
        said = seen.lines[at]
        while said.endswith("\\"):
            at += 1
            said = said[:-1] + seen.lines[at]
        return shlex.split(said)

    def test_a_run_is_resumed_by_the_command_it_prints(self):
        out = self.scratch / "run"
        key = self.scratch / "key"
        self.assertEqual(shown("keys", "new", str(key)).exit, 0)
        run = [DESIST, "run", "--extracts", "data-samples/small-world/extracts"]
        run += ["--snapshot", "2019-06-30", "--out", str(out), "--key-file", str(key)]
        seen = self.stopped(*run, when=lambda text: "ingest   " in text)
        self.assertIn("complete stages are kept", seen.text)
        self.assertFalse((out / "current").exists())
        self.assertEqual(terminal.run(self.printed(seen)).exit, 0)
        again = [DESIST, "backfill", "--from", "2016-01-01", "--to", "2016-12-31"]
        again += ["--out", str(out), "--key-file", str(key), "--again"]
        before = (out / "current").read_text()
        seen = self.stopped(*again, when=lambda text: "ingest   " in text)
        self.assertEqual((out / "current").read_text(), before)
        self.assertIn("resume", self.printed(seen))

    def test_a_demo(self):
        out = str(self.scratch / "demo")
        demo = [DESIST, "demo", "--world", "small", "--out", out]
        seen = self.stopped(*demo, when=lambda text: "ingest   " in text)
        self.assertIn("type the demo again", seen.text)
        self.assertEqual(terminal.run(self.printed(seen)).exit, 0)
        self.assertEqual(terminal.run(demo).exit, 0)

    def test_a_comparison(self):
        command = [DESIST, "compare", "data-samples/requests/clear-thinking", "--out", OUT]
        command += ["--key-file", f"{OUT}/demo.key"]
        before = (ROOT / OUT / "requests" / "clear-thinking" / "report.html").read_bytes()
        seen = self.stopped(*command, when=lambda text: "candidate" in text)
        self.assertIn("Type the same command again.", seen.text)
        after = (ROOT / OUT / "requests" / "clear-thinking" / "report.html").read_bytes()
        self.assertEqual(before, after)

    def test_a_matching_and_a_second_time(self):
        for times, begin in [(1, [DESIST]), (2, stuck())]:
            units = self.scratch / f"units-{times}.csv"
            units.write_text("t,a,y\n" + "1,2.5,0\n0,3.5,1\n1,4.5,1\n0,2.0,0\n" * 200_000)

            def is_read(_, units=str(units)):
                return any(is_link_to(open_file, units) for open_file in glob("/proc/*/fd/*"))

            match = ["match", "--units", str(units), "--treatment", "t", "--covariates", "a"]
            match += ["--outcomes", "y", "--out", str(self.scratch / "match")]
            seen = self.stopped(*begin, *match, when=is_read, times=times)
            self.assertIn("Type the same command again.", seen.text)
            self.assertFalse((self.scratch / "match").exists())
            self.assertLess(seen.took, 30)


def is_link_to(link, file):
    try:
        return os.readlink(link) == file
    except OSError:
        return False


def stuck():
    home = os.environ.get("JAVA_HOME")
    java = f"{home}/bin/java" if home else "java"
    return [java, "-cp", "jobs/batch/target/desist/desist.jar", ".ci/pty/StuckHook.java"]


if __name__ == "__main__":
    unittest.main()
