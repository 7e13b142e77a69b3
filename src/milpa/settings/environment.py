"""What can be set from outside, all of it: one row a setting, read from the environment.

`docs/settings.md` is generated from this table (`milpa docs`) and checked as current.
"""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    default: str
    says: str


SETTINGS = [
    Setting("MILPA_DATA", "data", "Directory of databases, files, the secret key and the worker's lock."),
    Setting(
        "MILPA_DATABASE", "", "PostgreSQL address of the main database (postgresql://user:password@host/name). Empty: SQLite in MILPA_DATA."
    ),
    Setting("MILPA_RECORDS", "", "PostgreSQL address of the learning records. Empty: SQLite in MILPA_DATA."),
    Setting("MILPA_HOSTS", "*", "Host names that are served, separated by commas."),
    Setting("MILPA_ORIGIN", "http://127.0.0.1:8000", "Address that people use; printed in invitations, QR codes and certificates."),
    Setting("MILPA_SMTP", "", "Mail server (smtp://user:password@host:port). Empty: mails are printed on the console."),
    Setting("MILPA_MAIL_FROM", "milpa@localhost", "Sender of mails."),
    Setting("MILPA_SECRET_KEY", "", "Signing key. Empty: made once and kept in MILPA_DATA."),
    Setting("MILPA_PROCESSES", "1", "Server processes; pages scale by processes, never by threads."),
    Setting("MILPA_XAPI_RATE", "2000", "Requests a second that one credential of the record store may make of one process, on average."),
    Setting("MILPA_XAPI_BURST", "3000", "Requests that it may make at once."),
    Setting("MILPA_FORWARD_PRIVATE", "", "yes: statements may be forwarded to private addresses, and to this machine without https."),
]


def value(name: str) -> str:
    """The setting's value. Raises KeyError for a name that is not in the table."""
    default = {setting.name: setting.default for setting in SETTINGS}[name]
    return os.environ.get(name, default)


def data_directory() -> Path:
    path = Path(value("MILPA_DATA")).resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path
