#!/usr/bin/env python3
"""A platform to test desks with: HTTPS on loopback, a store of its own, faults on command.

Prints one line of JSON when it is ready (address, ports, certificate authority) and then obeys lines of JSON on
standard input, each answered by one: {"misbehave": [...]}, {"random": SEED, "share": 0..1}, {"state": true},
{"entries": true}, {"tokens": true}, {"forget_tokens": true}, {"check_in": {...}}, {"declare": [QID, STATUS]}, {"offers": BOOL},
{"unwanted": BOOL}, {"largest_batch": N}, {"behave": true}, {"clear": true}.
Ends with standard input. Run by hand it serves integrators who want to see how a desk talks.
"""

import argparse
import gzip
import http.server
import json
import random
import select
import ssl
import sys
import threading
import time
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from certificates import Authority  # noqa: E402
from contract import Contract  # noqa: E402
from misbehaviour import Misbehaviour, random_one  # noqa: E402
from record import Record, Refused  # noqa: E402

LARGEST_BATCH = 1024 * 1024
MOST_ENTRIES = 500


class Platform:
    """What all connections share."""

    def __init__(self, folder, contract, every):
        self.record = Record(folder / "platform.db")
        self.contract = contract
        self.every = every
        self.lock = threading.Lock()
        self.queue, self.chance, self.share = [], None, 0.0
        self.offers, self.unwanted = True, True
        self.largest_batch = None
        self.under_way = {}
        self.requests, self.bytes, self.log = 0, 0, []

    def next_misbehaviour(self, path):
        with self.lock:
            for i, what in enumerate(self.queue):
                if what.get("path", "") in path:
                    return Misbehaviour(self.queue.pop(i))
            if self.chance and self.chance.random() < self.share:
                return Misbehaviour(random_one(self.chance))
        return Misbehaviour(None)

    def check(self, name, value, what):
        for fault in self.contract.faults(name, value):
            self.record.note(f"{what} {fault}")

    def check_batch(self, batch):
        entries = batch.get("entries", [])
        looked_at = entries if self.every else entries[:3] + entries[-2:]
        self.check("Batch", {**batch, "entries": looked_at}, "request")
        if len(entries) > MOST_ENTRIES:
            self.record.note("a batch of more than 500 entries")

    def obey(self, order):
        with self.lock:
            self.queue += order.get("misbehave", [])
            if "random" in order:
                self.chance, self.share = random.Random(order["random"]), order.get("share", 1.0)
            self.offers = order.get("offers", self.offers)
            self.unwanted = order.get("unwanted", self.unwanted)
            if "largest_batch" in order:
                self.largest_batch = order["largest_batch"]
            if order.get("behave"):
                self.queue, self.share = [], 0.0
        if order.get("clear"):
            self.record.clear()
            with self.lock:
                self.queue, self.share, self.offers, self.largest_batch = [], 0.0, True, None
                self.unwanted = True
                self.requests = self.bytes = 0
        if order.get("forget_tokens"):
            self.record.forget_tokens()
        if "check_in" in order:
            self.record.add_check_in(order["check_in"])
        if "declare" in order:
            self.record.declare(*order["declare"])
        if order.get("entries"):
            return {"entries": self.record.entries()}
        if order.get("tokens"):
            return {"tokens": self.record.tokens()}
        if order.get("log"):
            with self.lock:
                log, self.log = self.log, []
            return {"log": log}
        return {**self.record.state(), "requests": self.requests, "bytes": self.bytes}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "stand-in"
    disable_nagle_algorithm = True

    def setup(self):
        self.request.settimeout(60)
        if self.server.tls:
            self.request = self.server.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def log_message(self, *_):
        pass

    def date_time_string(self, timestamp=None):
        return self.misbehaviour.date()

    def start_reply(self, status, length, headers=None, kind="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()

    def reply(self, status, body, length=None, headers=None, kind="application/json"):
        self.start_reply(status, len(body) if length is None else length, headers, kind)
        self.wfile.write(body)
        self.wfile.flush()

    def do_GET(self):
        self.serve(b"")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.serve(body)

    def serve(self, body):
        platform = self.server.platform
        with platform.lock:
            platform.requests += 1
            platform.bytes += len(body)
            platform.log.append({"path": self.path, "key": self.headers.get("Idempotency-Key"),
                                 "at": time.time(), "agent": self.headers.get("User-Agent")})
        self.misbehaviour = platform.next_misbehaviour(self.path)
        operation = platform.contract.operation(self.command, urllib.parse.urlsplit(self.path).path)
        if operation:
            for fault in platform.contract.header_faults(operation, self.headers):
                platform.record.note("request " + fault)
        if self.misbehaviour.before(self):
            return
        try:
            status, answer = self.carry_out(body)
        except Refused as refusal:
            status, answer = refusal.status, refusal.answer
        if operation:
            for fault in platform.contract.reply_faults(operation, status, answer):
                platform.record.note("reply " + fault)
        if not self.misbehaviour.after(self, status, answer):
            self.reply(status, json.dumps(answer).encode())

    def carry_out(self, body):
        platform = self.server.platform
        url = urllib.parse.urlsplit(self.path)
        parts = [urllib.parse.unquote(part) for part in url.path.split("/")[1:]]
        desk = None
        if parts != ["v1", "desks"]:
            token = self.headers.get("Authorization", "")
            desk = platform.record.desk_of(token[7:]) if token.startswith("Bearer ") else None
            if not desk:
                raise Refused(401, "unknown-token", "this token is not known")
        calls = {("POST", "desks", 2): self.enrol, ("POST", "venues", 2): self.add_venue,
                 ("POST", "declarations", 2): self.declaration}
        call = calls.get((self.command, parts[1] if len(parts) > 1 else "", len(parts)))
        if call:
            return call(body)
        if len(parts) == 4 and parts[:2] == ["v1", "venues"] and platform.record.has_venue(parts[2]):
            if self.command == "POST" and parts[3] == "entries":
                return self.take_batch(desk, body)
            if self.command == "GET" and parts[3] == "self-check-ins" and platform.offers:
                after = urllib.parse.parse_qs(url.query, keep_blank_values=True).get("after", [""])[0]
                return 200, platform.record.check_ins(after)
        raise Refused(404, "not-found", "there is nothing here")

    def rejects(self, number, entry):
        """Why an entry is not kept: its place is called so, or it is one of those that a fault names."""
        if entry["location"] == "unwanted" and self.server.platform.unwanted:
            return "unwanted"
        return self.misbehaviour.rejects(number)

    def read(self, schema, body):
        try:
            value = json.loads(body)
        except ValueError:
            raise Refused(400, "not-json", "the body is no JSON") from None
        self.server.platform.check(schema, value, "request")
        return value

    def once(self, body, make):
        return self.server.platform.record.once(self.headers["Idempotency-Key"], body, make)

    def enrol(self, body):
        question = self.read("Enrolment", body)
        record = self.server.platform.record
        return self.once(body, lambda: (201, record.enrol(question["enrolment_code"])))

    def add_venue(self, body):
        venue = self.read("Venue", body)
        address = f"https://localhost:{self.server.server_port}"
        record = self.server.platform.record
        return self.once(body, lambda: (201, record.add_venue(venue, address)))

    def declaration(self, body):
        question = self.read("DeclarationQuestion", body)
        return 200, {"status": self.server.platform.record.declaration(question["qid"]), "at": None}

    def take_batch(self, desk, body):
        platform = self.server.platform
        try:
            plain = gzip.decompress(body)
            batch = json.loads(plain)
        except (OSError, EOFError, ValueError):
            platform.record.note("a batch that cannot be read")
            raise Refused(400, "unreadable", "the batch cannot be read") from None
        platform.check_batch(batch)
        if batch.get("batch_id") != self.headers["Idempotency-Key"]:
            platform.record.note("the key of a batch is another one's")
        if len(plain) > LARGEST_BATCH and len(batch["entries"]) > 1:
            platform.record.note("a batch of more than 1 MiB")
        if len(plain) > LARGEST_BATCH or len(batch["entries"]) > (platform.largest_batch or MOST_ENTRIES):
            raise Refused(413, "too-large", "the batch is too large")
        if any(entry["location"] == "poison" for entry in batch["entries"]):
            raise Refused(422, "poison", "an entry of the batch cannot be understood")
        with platform.lock:
            before = platform.under_way.get(desk)
            if before and not has_hung_up(before):
                platform.record.note("two batches of a desk at once")
            platform.under_way[desk] = self.connection
        try:
            def make():
                results = platform.record.take(batch["entries"], self.rejects)
                return 200, {"receipt": "R-" + batch["batch_id"], "results": results}

            status, answer = self.once(body, make)
        finally:
            with platform.lock:
                if platform.under_way.get(desk) is self.connection:
                    del platform.under_way[desk]
        return status, {**answer, "results": self.misbehaviour.results(answer["results"])}


def has_hung_up(connection):
    """A desk that was killed, or that waits no longer, may send its batch anew while the first one is looked at."""
    poll = select.poll()
    poll.register(connection, select.POLLRDHUP)
    return bool(poll.poll(0))


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, platform, chain=None, key=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.platform = platform
        self.tls = None
        if chain:
            self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.tls.load_cert_chain(chain, key)

    def handle_error(self, request, client_address):
        """Desks hang up, and some certificates are not believed: that is the day's work here."""
        kind = sys.exc_info()[0]
        if not issubclass(kind, (OSError, ValueError)):
            super().handle_error(request, client_address)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True, help="where certificates and the store lie")
    parser.add_argument("--contract", type=Path, required=True, help="the project's openapi.json")
    parser.add_argument("--some", action="store_true", help="judge five entries of a batch, not all")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    platform = Platform(arguments.folder, Contract(arguments.contract), not arguments.some)
    authority = Authority(arguments.folder / "authority")
    here = ["DNS:localhost", "IP:127.0.0.1"]
    servers = {"address": Server(platform, *authority.issue("localhost", here)),
               "expired": Server(platform, *authority.issue("expired", here, days=-1)),
               "wrong_name": Server(platform, *authority.issue("elsewhere", ["DNS:elsewhere.example"])),
               "behind_proxy": Server(platform, *authority.issue("platform", ["DNS:platform.example"])),
               "plain": Server(platform)}
    for server in servers.values():
        threading.Thread(target=server.serve_forever, daemon=True).start()
    ready = {name: f"{'https' if server.tls else 'http'}://localhost:{server.server_port}"
             for name, server in servers.items()}
    print(json.dumps({**ready, "authority": str(authority.certificate)}), flush=True)
    for line in sys.stdin:
        print(json.dumps(platform.obey(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
