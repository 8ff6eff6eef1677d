"""What schemathesis cannot know of Roster: who asks, what may be refused although it fits the contract, and what CSV is.

The credential is one that may be lost. Operations end sessions, delete keys, demote and delete users; whoever asks is looked
at before each request, and replaced by another administrator where nothing is left of their powers.
"""

import csv
import io
import json
import os
import re
import threading
import tomllib
from collections import Counter
from pathlib import Path

import requests
import schemathesis

URL = os.environ["ROSTER_URL"]
ADMIN = {"Authorization": f"Bearer {os.environ['ROSTER_ADMIN_KEY']}"}
PASSWORD = "conformance is a long word"
# Operations that are about the session of who asks; a key has none.
OF_SESSIONS = ("/api/v1/users/auth/_refresh", "/api/v1/users/auth/_logout")

server = requests.Session()


def call(method, path, body=None, headers=None):
    """Sends what must succeed, and returns the answer's JSON."""
    answer = server.request(method, URL + path, json=body, headers=headers or ADMIN, timeout=30)
    if not answer.ok:
        raise RuntimeError(f"{method} {path}: {answer.status_code} {answer.text}")
    return answer.json()


class Administrators:
    """Makes administrators of the platform, one after another, each as good as the bootstrap key and less precious."""

    def __init__(self):
        self.made = 0
        self.lock = threading.Lock()
        self.headers = None
        self.name = None

    def key(self):
        """The headers of one who may do everything at this moment."""
        with self.lock:
            if not self.is_whole():
                self.make()
            return self.headers

    def session(self):
        """The headers of a session of its own."""
        with self.lock:
            if not self.is_whole():
                self.make()
            login = {"username": self.name, "password": PASSWORD}
            token = server.post(f"{URL}/api/v1/users/auth/_login", json=login, timeout=30)
            return {"Authorization": f"Bearer {token.json()['token']}"} if token.ok else self.headers

    def is_whole(self):
        """Whether the last one is still let in, with the role and with a password."""
        if self.headers is None:
            return False
        answer = server.get(f"{URL}/api/v1/user", headers=self.headers, timeout=30)
        return answer.ok and "ece_platform_admin" in answer.json()["security"]["roles"]

    def make(self):
        self.made += 1
        self.name = f"conformance-{self.made}"
        security = {"roles": ["ece_platform_admin"], "password": PASSWORD}
        call("POST", "/api/v1/users", {"user_name": self.name, "security": security})
        key = call("POST", f"/roster/v1/users/{self.name}/keys", {"description": "conformance"})
        self.headers = {"Authorization": f"Bearer {key['key']}"}


administrators = Administrators()


@schemathesis.auth(refresh_interval=None)
class Credential:
    """Every request is sent by an administrator who may be lost."""

    def get(self, case, _):
        return administrators.session() if case.path in OF_SESSIONS else administrators.key()

    def set(self, case, headers, _):
        case.headers = {**(case.headers or {}), **headers}


def make_a_world():
    """Puts something in each list, so that there is more to ask for than what is not there."""
    for name in ("ada", "grace", "charles"):
        user = {"user_name": name, "email": f"{name}@example.org", "security": {"roles": ["ece_deployment_viewer"]}}
        call("POST", "/api/v1/users", user)
        call("POST", f"/roster/v1/users/{name}/keys", {"description": "laptop"})
    ada = call("GET", "/v1beta1/users/ada")["user"]
    group = call("POST", "/v1beta1/organizations/default/groups", {"name": "engineers", "title": "Engineers"})["group"]
    call("POST", f"/v1beta1/organizations/default/groups/{group['id']}/users", {"user_ids": [ada["id"]]})
    call("POST", "/api/v2/role", {"name": "Readers", "permissions": ["events_management"]})
    account = call("POST", "/api/org/v1/service-accounts", {"username": "robot", "description": "A robot"})
    call("POST", f"/api/org/v1/service-accounts/{account['id']}/keys", {})
    call("POST", "/api/admin/v1/organizations", {"name": "analytics"})


make_a_world()


@schemathesis.deserializer("text/csv")
def csv_text(_, response):
    """The contract says that it is a text; that it is CSV with rows of one length is asked here."""
    rows = list(csv.reader(io.StringIO(response.text), strict=True))
    assert rows and all(len(row) == len(rows[0]) for row in rows), "rows of different lengths"
    return response.text


class Exceptions:
    """What is let pass. An entry fits by the failure's title, the operation, the status and each message of the answer."""

    def __init__(self, path):
        self.entries = tomllib.loads(path.read_text())["exception"]
        self.used = Counter()

    def allows(self, failure, case, response):
        """Whether each of the messages has an entry."""
        found = [self.find(failure, case, response, message) for message in messages(response)]
        if not found or None in found:
            return False
        self.used.update(found)
        return True

    def find(self, failure, case, response, message):
        for number, entry in enumerate(self.entries):
            fits = (
                entry["failure"] == failure.title
                and response.status_code == entry["status"]
                and re.search(entry.get("operation", ""), case.operation.label)
                and re.search(entry.get("header", ""), str(sorted((case.headers or {}).items())))
                and re.search(entry.get("finding", ""), failure.message)
                and re.search(entry["message"], message)
            )
            if fits:
                return number
        return None


def messages(response):
    """What the answer says is wrong, in whichever dialect: one text for each violation."""
    if response.status_code < 400:
        return [""]
    try:
        body = response.json()
    except json.JSONDecodeError:
        return []
    if "errors" in body:
        texts = [error["message"] for error in body["errors"]]
    elif "violations" in body:
        texts = [f"{at['in']} {at.get('pointer', at.get('name'))} {at['message']}" for at in body["violations"]]
    else:
        texts = [body.get("detail") or body.get("message") or body["status"]["message"]]
    return [part for text in texts for part in text.split("; ")]


exceptions = Exceptions(Path(__file__).parent / "exceptions.toml")


@schemathesis.hook
def filter_failure(context, failure, case, response):
    return not exceptions.allows(failure, case, response)


@schemathesis.check
def declared_status(ctx, response, case):
    """A status is declared by name: `default` is for those whom the contract does not know yet, and none is left to it."""
    declared = case.operation.definition.raw["responses"]
    if str(response.status_code) in declared or case.method != case.operation.method.upper():
        return
    raise AssertionError(f"{response.status_code} is not declared, except by default")
