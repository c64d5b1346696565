"""What a platform, or something between it and the desk, does wrong. One object is one request's share of it."""

import email.utils
import json
import random
import socket
import struct
import time
import uuid

HANG = 3600

# Those of which a desk can get the better by asking again.
PASSING = ["status", "html", "truncated", "cut-json", "slow", "hang-before", "hang-within", "hang-after",
           "never-ends", "reset-before", "reset-after", "half-rejected", "duplicate-ids", "missing-ids", "foreign-ids", "only-foreign-ids", "wrong-gzip", "huge",
           "redirect-elsewhere", "redirect-here", "too-many-seconds", "too-many-date", "clock", "empty-results"]
STATUSES = [408, 425, 500, 502, 503, 504]


def random_one(chance):
    kind = chance.choice(PASSING)
    return {"kind": kind, "status": chance.choice(STATUSES), "stored": chance.random() < 0.5,
            "after": chance.choice([0, 1, 3]), "seed": chance.randrange(1 << 30)}


class Misbehaviour:
    def __init__(self, what):
        self.what = what or {}
        self.kind = self.what.get("kind", "")
        self.chance = random.Random(self.what.get("seed", 0))

    def date(self):
        shift = self.what.get("seconds", 86400) if self.kind == "clock" else 0
        return email.utils.formatdate(time.time() + shift, usegmt=True)

    def before(self, handler):
        """True when the request goes no further. What is `stored` happens after the request was carried out."""
        return not self.what.get("stored") and self._spoil(handler)

    def after(self, handler, status, answer):
        """True when it has answered in its own way."""
        if self.kind == "reset-after":
            reset(handler)
            return True
        if self.what.get("stored") and self._spoil(handler):
            return True
        body = json.dumps(answer).encode()
        if self.kind == "truncated":
            handler.reply(status, body[:len(body) // 2], length=len(body))
            handler.close_connection = True
        elif self.kind == "cut-json":
            handler.reply(status, body[:len(body) // 2])
        elif self.kind == "slow":
            handler.start_reply(status, len(body))
            for i in range(0, len(body), max(1, len(body) // 8)):
                handler.wfile.write(body[i:i + max(1, len(body) // 8)])
                handler.wfile.flush()
                time.sleep(self.what.get("pause", 0.02))
        elif self.kind == "hang-within":
            handler.start_reply(status, len(body))
            handler.wfile.write(body[:len(body) // 2])
            handler.wfile.flush()
            time.sleep(HANG)
        elif self.kind == "hang-after":  # the next request on this connection gets no answer
            handler.reply(status, body)
            time.sleep(HANG)
        elif self.kind == "never-ends":  # whole JSON, but no length and no end
            handler.send_response(status)
            handler.send_header("Content-Type", "application/json")
            handler.end_headers()
            handler.wfile.write(body)
            handler.wfile.flush()
            time.sleep(HANG)
        elif self.kind == "wrong-gzip":
            handler.reply(status, b"\x1f\x8b\x08not gzip", headers={"Content-Encoding": "gzip"})
        else:
            return False
        return True

    def rejects(self, number):
        """Why the entry of that number in its batch is not wanted."""
        return "every-second" if self.kind == "half-rejected" and number % 2 else None

    def results(self, results):
        """The results of a batch, spoilt."""
        stranger = {"id": str(uuid.UUID(int=self.chance.getrandbits(128))), "status": "accepted"}
        if self.kind == "duplicate-ids":
            return results + results
        if self.kind == "missing-ids":
            return [each for each in results if self.chance.random() < 0.5]
        if self.kind == "foreign-ids":
            return [stranger] + results
        if self.kind == "only-foreign-ids":
            return [stranger]
        if self.kind == "empty-results":
            return []
        return results

    def _spoil(self, handler):
        if self.kind == "status":
            headers = {"Retry-After": self.what["retry_after"]} if "retry_after" in self.what else {}
            handler.reply(self.what["status"], json.dumps(self.what.get("answer", {})).encode(), headers=headers)
        elif self.kind == "html":
            handler.reply(200, b"<html><title>Wi-Fi</title>Xin moi dang nhap</html>", kind="text/html")
        elif self.kind == "hang-before":
            time.sleep(HANG)
        elif self.kind == "reset-before":
            reset(handler)
        elif self.kind == "huge":
            handler.start_reply(200, 100_000_000)
            for _ in range(100):
                handler.wfile.write(b" " * 1_000_000)
        elif self.kind == "redirect-elsewhere":
            handler.reply(307, b"", headers={"Location": self.what.get("to", "https://platform.invalid/v1/desks")})
        elif self.kind == "redirect-here":
            handler.reply(307, b"", headers={"Location": handler.path})
        elif self.kind == "too-many-seconds":
            handler.reply(429, b"{}", headers={"Retry-After": str(self.what.get("after", 1))})
        elif self.kind == "too-many-date":
            until = email.utils.formatdate(time.time() + self.what.get("after", 1), usegmt=True)
            handler.reply(429, b"{}", headers={"Retry-After": until})
        else:
            return False
        return True


def reset(handler):
    """The line breaks: no goodbye of TLS, no end of the stream."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True
