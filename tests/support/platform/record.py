"""What the stand-in keeps, in SQLite: it survives its process, and a test can compare it with the desk."""

import hashlib
import json
import secrets
import sqlite3
import threading

SCHEMA = """
CREATE TABLE IF NOT EXISTS desk (id TEXT PRIMARY KEY, token TEXT UNIQUE, enrolment_code TEXT UNIQUE);
CREATE TABLE IF NOT EXISTS venue (code TEXT PRIMARY KEY, body TEXT);
CREATE TABLE IF NOT EXISTS entry (number INTEGER PRIMARY KEY, id TEXT UNIQUE, direction TEXT, void INTEGER, body TEXT, told INTEGER);
CREATE TABLE IF NOT EXISTS voided (id TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS asked (key TEXT PRIMARY KEY, digest TEXT, status INTEGER, answer TEXT);
CREATE TABLE IF NOT EXISTS violation (what TEXT);
CREATE TABLE IF NOT EXISTS check_in (number INTEGER PRIMARY KEY, body TEXT);
CREATE TABLE IF NOT EXISTS declaration (qid TEXT PRIMARY KEY, status TEXT);
"""


class Refused(Exception):
    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.answer = status, {"code": code, "message": message}


class Record:
    def __init__(self, path):
        self._lock = threading.RLock()
        self._database = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + SCHEMA)

    def _all(self, sql, *values):
        return self._database.execute(sql, values).fetchall()

    def _one(self, sql, *values):
        return self._database.execute(sql, values).fetchone()

    def note(self, violation):
        with self._lock:
            self._database.execute("INSERT INTO violation VALUES (?)", (violation,))

    def once(self, key, body, make):
        """The answer to a key: made once, then always the same; other bytes under the same key are refused."""
        digest = hashlib.sha256(body).hexdigest()
        with self._lock:
            known = self._one("SELECT digest, status, answer FROM asked WHERE key = ?", key)
            if known:
                if known[0] != digest:
                    self.note(f"other bytes under the key {key}")
                    raise Refused(409, "key-reused", "another body came under this key")
                return known[1], json.loads(known[2])
            self._database.execute("BEGIN IMMEDIATE")
            try:
                status, answer = make()
                self._database.execute("INSERT INTO asked VALUES (?, ?, ?, ?)",
                                       (key, digest, status, json.dumps(answer)))
                self._database.execute("COMMIT")
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            return status, answer

    def enrol(self, code):
        if not code.startswith("ENROL") or self._one("SELECT 1 FROM desk WHERE enrolment_code = ?", code):
            raise Refused(403, "unknown-code", "this enrolment code is not known")
        desk = {"desk_id": "D-" + secrets.token_hex(4), "token": secrets.token_urlsafe(24)}
        self._database.execute("INSERT INTO desk VALUES (?, ?, ?)", (desk["desk_id"], desk["token"], code))
        return desk

    def desk_of(self, token):
        with self._lock:
            row = self._one("SELECT id FROM desk WHERE token = ?", token)
        return row[0] if row else None

    def clear(self):
        with self._lock:
            for table in ("desk", "venue", "entry", "voided", "asked", "violation", "check_in", "declaration"):
                self._database.execute(f"DELETE FROM {table}")

    def tokens(self):
        with self._lock:
            return [row[0] for row in self._database.execute("SELECT token FROM desk")]

    def forget_tokens(self):
        with self._lock:
            self._database.execute("UPDATE desk SET token = 'forgotten ' || id")

    def add_venue(self, venue, address):
        code = "VN-" + secrets.token_hex(3).upper()
        self._database.execute("INSERT INTO venue VALUES (?, ?)", (code, json.dumps(venue)))
        return {"venue_code": code, "check_in_url": f"{address}/c/{code}"}

    def has_venue(self, code):
        with self._lock:
            return self._one("SELECT 1 FROM venue WHERE code = ?", code) is not None

    def take(self, entries, rejects):
        """Within once(). What `rejects` gives a reason for, by number and entry, is not kept."""
        results = []
        for number, entry in enumerate(entries):
            reason = rejects(number, entry)
            known = self._one("SELECT 1 FROM entry WHERE id = ?", entry["id"])
            if reason:
                results.append({"id": entry["id"], "status": "rejected", "code": reason,
                                "message": "Mục này không được nhận: " + reason})
            elif known:
                self._database.execute("UPDATE entry SET told = told + 1 WHERE id = ?", (entry["id"],))
                results.append({"id": entry["id"], "status": "duplicate"})
            else:
                self._database.execute(
                    "INSERT INTO entry (id, direction, void, body, told) VALUES (?, ?, "
                    "EXISTS (SELECT 1 FROM voided WHERE id = ?), ?, 1)",
                    (entry["id"], entry["direction"], entry["id"], json.dumps(entry, ensure_ascii=False)))
                if entry["direction"] == "void":
                    self._database.execute("INSERT OR IGNORE INTO voided VALUES (?)", (entry["corrects"],))
                    self._database.execute("UPDATE entry SET void = 1 WHERE id = ?", (entry["corrects"],))
                results.append({"id": entry["id"], "status": "accepted"})
        return results

    def check_ins(self, after):
        with self._lock:
            rows = self._all("SELECT number, body FROM check_in WHERE number > ? ORDER BY number LIMIT 100",
                             int(after or 0))
        return {"items": [json.loads(row[1]) for row in rows],
                "cursor": str(rows[-1][0]) if rows else (after or "0")}

    def add_check_in(self, body):
        with self._lock:
            self._database.execute("INSERT INTO check_in (body) VALUES (?)", (json.dumps(body),))

    def declare(self, qid, status):
        with self._lock:
            self._database.execute("INSERT OR REPLACE INTO declaration VALUES (?, ?)", (qid, status))

    def declaration(self, qid):
        with self._lock:
            row = self._one("SELECT status FROM declaration WHERE qid = ?", qid)
        return row[0] if row else "none"

    def state(self):
        with self._lock:
            return {"entries": self._one("SELECT count(*) FROM entry")[0],
                    "void": self._one("SELECT count(*) FROM entry WHERE void")[0],
                    "told": self._one("SELECT coalesce(sum(told), 0) FROM entry")[0],
                    "venues": self._one("SELECT count(*) FROM venue")[0],
                    "desks": self._one("SELECT count(*) FROM desk")[0],
                    "violations": [row[0] for row in self._all("SELECT DISTINCT what FROM violation LIMIT 20")]}

    def entries(self):
        with self._lock:
            return [json.loads(row[0]) for row in self._all("SELECT body FROM entry ORDER BY number")]
