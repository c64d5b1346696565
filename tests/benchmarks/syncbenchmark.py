#!/usr/bin/env python3
"""A desk that was offline catches up: entries a second, CPU and bytes an entry, memory; next to the same bytes sent
with curl alone over one connection. Compare the ratio, not seconds of different machines.

Usage: syncbenchmark.py PROGRAM SOURCES [ENTRIES]
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path


def run(command, **options):
    """The exit code, the seconds it took, and what it used (os.wait4)."""
    started = time.monotonic()
    process = subprocess.Popen(command, **options)
    _, status, usage = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), time.monotonic() - started, usage


class StandIn:
    def __init__(self, sources, folder):
        self.process = subprocess.Popen(
            ["python3", sources / "tests/support/platform/standin.py", "--folder", folder, "--some", "--contract",
             sources / "resources/platform/openapi.json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready = json.loads(self.process.stdout.readline())

    def tell(self, **order):
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def curl(address, authority, token, venue, bodies, folder):
    lines = []
    for i, (key, body) in enumerate(bodies):
        path = folder / f"{i}.gz"
        path.write_bytes(body)
        lines += ["next"] if i else []
        lines += [f'url = "{address}/v1/venues/{venue}/entries"', f'cacert = "{authority}"', f'data-binary = "@{path}"',
                  f'header = "Authorization: Bearer {token}"', f'header = "Idempotency-Key: {key}"',
                  'header = "Content-Encoding: gzip"', 'header = "Content-Type: application/json"',
                  'header = "User-Agent: checkpoint-desk/curl"', 'output = "/dev/null"', "silent", "fail"]
    config = folder / "curl.conf"
    config.write_text("\n".join(lines) + "\n")
    return run(["curl", "--config", config])


def bodies_of(entries, desk):
    """The same entries under other ids of as many bytes, so that they are as new to the stand-in as the desk's were."""
    bodies = []
    for start in range(0, len(entries), 500):
        key = str(uuid.uuid4())
        part = [{**entry, "id": entry["id"][:14] + "8" + entry["id"][15:]} for entry in entries[start:start + 500]]
        batch = {"batch_id": key, "desk_id": desk, "sent_at": "2026-11-20T08:15:30.120Z", "entries": part}
        text = json.dumps(batch, ensure_ascii=False, separators=(",", ":")).encode()
        bodies.append((key, gzip.compress(text, 6)))
    return bodies


def main():
    program, sources = Path(sys.argv[1]), Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "QT_LOGGING_RULES": "*=false"}
    with tempfile.TemporaryDirectory() as base:
        base = Path(base)
        platform = StandIn(sources, base / "platform")
        address, authority = platform.ready["address"], platform.ready["authority"]

        def desk(*arguments, **options):
            return run([program, "--data", base / "desk", *arguments], env=environment, stdout=subprocess.DEVNULL,
                       **options)

        desk("venue", "set", "--name", "Bệnh viện Mẫu", "--category", "hospital", "--province", "Hà Nội", "--commune",
             "Phường Mẫu", "--street", "Số 1", "--contact", "Lê Thị Giả Lập", "--phone", "0900000001")
        scans = base / "scans"
        scans.write_text("".join(f"00109{i:07d}||Nguyễn Thử|15011990|Nam|Số 1 Phố Giả Định, Hà Nội|01052021\n"
                                 for i in range(count)), encoding="utf-8")
        with scans.open() as lines:
            _, recording, _ = desk("scan", "--direction", "in", "-", stdin=lines)
        desk("platform", "enrol", "--address", address, "--code", "ENROL-1", "--ca", authority)
        code, seconds, usage = desk("sync", "--once")
        state = platform.tell()
        assert code == 0 and state["entries"] == count and not state["violations"], (code, state)
        processor = usage.ru_utime + usage.ru_stime
        sent = state["bytes"]

        database = subprocess.run(
            ["sqlite3", "-separator", " ", base / "platform/platform.db",
             "SELECT id, token, (SELECT code FROM venue) FROM desk"], capture_output=True, text=True, check=True)
        desk_id, token, venue = database.stdout.split()
        bodies = bodies_of(platform.tell(entries=True)["entries"], desk_id)
        folder = base / "curl"
        folder.mkdir()
        code, alone, used = curl(address, authority, token, venue, bodies, folder)
        state = platform.tell()
        assert code == 0 and state["entries"] == 2 * count, (code, state)
        platform.process.stdin.close()
        platform.process.wait()

    print(f"{count} entries waited; recording them took {recording:.1f} s\n")
    print("             seconds  entries/s  CPU ms/entry  bytes/entry  memory MiB")
    print(f"desk         {seconds:7.2f}  {count / seconds:9.0f}  {1000 * processor / count:12.3f}"
          f"  {sent / count:11.1f}  {usage.ru_maxrss / 1024:10.1f}")
    size = sum(len(body) for _, body in bodies)
    print(f"curl alone   {alone:7.2f}  {count / alone:9.0f}  {1000 * (used.ru_utime + used.ru_stime) / count:12.3f}"
          f"  {size / count:11.1f}  {used.ru_maxrss / 1024:10.1f}")
    print(f"\nthe desk needs {seconds / alone:.2f} times as long as curl alone")


if __name__ == "__main__":
    main()
