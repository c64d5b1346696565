#!/usr/bin/python3
"""A shift at the desk as somebody does it who cannot see: the keyboard, a serial scanner, and what the program
tells assistive technology. Needs a display and a session bus. Arguments: the program, its translation file."""

import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PROGRAM = sys.argv[1]
TRANSLATIONS = sys.argv[2]
CARD = "001090900001||Nguyễn Thử Nghiệm|15011990|Nam|Số 1 Phố Giả Định, Hà Nội|01052021"
PATIENCE = 10  # seconds


class Failed(Exception):
    pass


def english_sentences():
    """What stands in the sources and is never said so in Vietnamese."""
    sources, said = set(), set()
    for message in ElementTree.parse(TRANSLATIONS).iter("message"):
        sources.add(message.findtext("source"))
        said.add(message.findtext("translation"))
    return sources - said


class Operator:
    """Hears, and presses keys."""

    def __init__(self, folder):
        self.folder = folder
        self.said = []
        self.faults = []
        self.english = english_sentences()
        self.program = None
        self.scanner = None
        self.listener = Atspi.EventListener.new(self.hear_event)
        self.listener.register("object:state-changed:showing")

    # ---- the desk

    def open_desk(self):
        self.scanner, port = pty.openpty()  # the port stays open: else it counts as unplugged
        with open(self.folder + "/settings.ini", "w", encoding="utf-8") as settings:
            settings.write("[General]\nserial-scanners=%s\n" % os.ttyname(port))
        # A keychain that comes with the bus would ask for a password, which is not the program's affair.
        with open(self.folder + "/master.key", "w", encoding="ascii") as key:
            os.chmod(key.name, 0o600)
            key.write("6b" * 32 + "\n")
        self.program = subprocess.Popen([PROGRAM, "--data", self.folder])
        self.wait(self.window, "the window opens")
        self.wait(self.takes_keyboard, "the window takes the keyboard")
        self.wait(self.focused, "something has the focus")

    @staticmethod
    def takes_keyboard():
        """A window that is only just being shown may refuse it."""
        return subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "checkpoint",
                               "windowfocus"]).returncode == 0

    def close_desk(self):
        self.program.terminate()
        if self.program.wait(20) != 0:
            raise Failed("the program did not end in order")

    def entries(self):
        lines = subprocess.run([PROGRAM, "entries", "--data", self.folder, "--json", "--reveal"],
                               env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=True,
                               stdout=subprocess.PIPE).stdout
        return [json.loads(line) for line in lines.splitlines()]

    # ---- hearing

    def hear_event(self, event):
        if event.detail1 == 1 and event.source.get_role() == Atspi.Role.NOTIFICATION:
            self.said.append(event.source.get_name())

    @staticmethod
    def listen(seconds):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not GLib.MainContext.default().iteration(False):
                time.sleep(0.01)

    def wait(self, condition, what):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self.listen(0.05)
            try:
                if result := condition():
                    return result
            except GLib.Error:
                pass  # it has gone while it was looked at
        raise Failed("not so: %s\nsaid: %s\nfocus: %s" % (what, self.said[-3:], self.focus_name()))

    def hears(self, pattern):
        """Waits for news that fits, and takes everything said so far as heard."""
        self.wait(lambda: any(re.search(pattern, text) for text in self.said), "it is said: " + pattern)
        self.said.clear()

    # ---- what a screen reader can get at

    def window(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application and application.get_name() == "checkpoint-desk" and application.get_child_count():
                return application
        return None

    def nodes(self, root=None, shown_only=True):
        root = root or self.window()
        if root is None:  # a busy registry forgets a program for a moment
            return
        for i in range(min(root.get_child_count(), 300)):
            node = root.get_child_at_index(i)
            if node is None:
                continue
            if shown_only and not node.get_state_set().contains(Atspi.StateType.SHOWING):
                continue
            yield node
            yield from self.nodes(node, shown_only)

    def focused(self):
        """The innermost one: in a table that is the cell."""
        found = None
        if self.window():
            for node in self.nodes():
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    found = node
        return found

    def focus_name(self):
        try:
            node = self.focused()
            return "%s “%s”" % (node.get_role_name(), node.get_name()) if node else "nothing"
        except GLib.Error:
            return "gone"

    def focus_is(self, pattern):
        def fits():
            node = self.focused()
            return node and re.search(pattern, node.get_name())

        self.wait(fits, "the focus is at: " + pattern)

    def shows(self, pattern):
        self.wait(lambda: any(re.search(pattern, node.get_name()) for node in self.nodes()),
                  "something shows: " + pattern)

    def check_names(self, where):
        """Whatever can take the focus says what it is, in the language of the program."""
        self.listen(0.3)
        # What goes while it is read is read again.
        self.wait(lambda: self.faults_of_names(where), "the names can be read: " + where)

    def faults_of_names(self, where):
        faults = []
        count = 0
        for node in list(self.nodes()):
            name = node.get_name()
            role = node.get_role_name()
            fault = None
            if node.get_state_set().contains(Atspi.StateType.FOCUSABLE) and not name.strip():
                # A cell may be empty; its column is known.
                if role not in ("table cell", "list item", "tree item", "filler", "panel", "scroll pane"):
                    fault = "has no name"
            if role == "combo box" and ", " not in name:
                fault = "says what is chosen, not of what"
            if re.fullmatch(r"[a-z]+([A-Z][a-z0-9]*)+|Q[A-Z]\w+|qt_\w+|checkpoint::\w+", name):
                fault = "is named after a part of the program"
            if name in self.english and not (role == "table column header" and re.fullmatch("[a-z_]+", name)):
                # The columns of a file that is looked at are named as in the file.
                fault = "is not in Vietnamese"
            count += 1
            if fault:
                faults.append("%s: %s “%s” %s" % (where, role, name, fault))
        if count < 5:
            faults.append("%s: only %d things show" % (where, count))
        self.faults += faults
        return True

    # ---- doing

    def press(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--delay", "60", key], check=True)
            self.listen(0.25)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "120", text], check=True)
        self.listen(0.3)

    def scan(self, payload):
        os.write(self.scanner, payload.encode() + b"\r")


def first_start(operator):
    operator.check_names("first start")
    operator.type("Benh vien Thu")
    operator.press("Tab")
    operator.type("Cong A")
    operator.press("Return")
    operator.shows("Benh vien Thu.*Cong A")
    operator.check_names("scan view")


def scanning(operator):
    operator.scan(CARD)
    operator.hears(r"^VÀO, N\. T\. Nghiệm")
    operator.check_names("scan view after a scan")


def hand_entry(operator):
    operator.press("ctrl+n")
    operator.focus_is("[Tt]ên")
    operator.check_names("hand entry")
    operator.type("Tran Van Muoi")
    operator.press("Return")
    operator.hears(r"^VÀO, T\. V\. Muoi")


def looking_up(operator):
    operator.press("F3")
    operator.check_names("entries")
    operator.press("ctrl+f")
    operator.type("muoi")
    operator.press("Down")
    operator.focus_is("Muoi|VÀO|Vào|[0-9]:[0-9]")
    operator.press("Return")
    operator.shows("Tran Van Muoi|T. V. Muoi")
    operator.check_names("details")
    operator.press("Escape")


def taking_back(operator):
    operator.press("Delete")
    operator.check_names("taking back")
    operator.press("Return")
    operator.hears("Muoi")
    operator.press("Escape")


def sending_out(operator):
    operator.press("F4")
    operator.check_names("inside")
    operator.press("ctrl+f", "Down")
    operator.focus_is("Nghiệm|[0-9]:[0-9]")
    operator.press("Return")
    operator.hears(r"^RA, N\. T\. Nghiệm")


def settings(operator):
    operator.press("F10")
    operator.check_names("settings")
    for chapter in range(13):
        operator.press("Down")
        operator.check_names("settings, chapter %d" % (chapter + 2))
    operator.focus_is("^Sao lưu$")
    operator.press("ctrl+f")
    operator.type("am luong")
    operator.check_names("settings searched")


def reports(operator):
    operator.press("F5")
    operator.check_names("reports, pictures")
    operator.press("Right")
    operator.shows("^Những dòng đầu của báo cáo")
    operator.check_names("reports, files")


def posters_and_passes(operator):
    operator.press("F6")
    operator.check_names("posters")
    operator.press("ctrl+t")
    operator.shows("^Thẻ mới")
    operator.check_names("passes")


def help_and_commands(operator):
    for key in ("F1", "ctrl+k"):
        operator.press(key)
        operator.check_names("after " + key)
        operator.press("Escape")
    operator.press("F2")


def main():
    bus = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
    # It takes its time on a loaded computer, and whoever asks before is given no second chance.
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                                    None, None, Gio.DBusCallFlags.NONE, 30000)
    os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    with tempfile.TemporaryDirectory(prefix="blindshift-") as folder:
        operator = Operator(folder)
        try:
            operator.open_desk()
            for part in (first_start, scanning, hand_entry, looking_up, taking_back, sending_out, settings,
                         reports, posters_and_passes, help_and_commands):
                print(part.__name__, flush=True)
                part(operator)
            operator.close_desk()
            passages = [entry["direction"] + " " + entry["visitor"].get("name", "") for entry in operator.entries()]
            expected = ["in Nguyễn Thử Nghiệm", "in Tran Van Muoi", "void Tran Van Muoi", "out Nguyễn Thử Nghiệm"]
            if passages != expected:
                operator.faults.append("recorded: %s" % passages)
        except Failed as failure:
            operator.faults.append(str(failure))
        finally:
            if operator.program and operator.program.poll() is None:
                operator.program.kill()
                operator.program.wait()
            bus.terminate()
            bus.wait()
        for fault in operator.faults:
            print("FAIL:", fault)
        return 1 if operator.faults else 0


if __name__ == "__main__":
    sys.exit(main())
