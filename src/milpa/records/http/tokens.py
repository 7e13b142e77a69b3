"""`POST /xapi/oauth/token`: OAuth 2 client credentials (RFC 6749, section 4.4), errors as its section 5.2 names them."""

import json
from urllib.parse import parse_qsl

from milpa.records.access import callers, tokens
from milpa.records.access.scopes import GRANTS, within
from milpa.records.models.access import CredentialSecret

FORM = "application/x-www-form-urlencoded"
HEADERS = {"Content-Type": "application/json", "Cache-Control": "no-store", "Pragma": "no-cache"}
CHALLENGE = 'Basic realm="Milpa", charset="UTF-8"'
MOST_FIELDS = 20


class _No(Exception):
    """Why there is no token; the words are for developers, in the standard's own letters."""

    def __init__(self, error: str, says: str, status: int = 400) -> None:
        super().__init__(error)
        self.error, self.says, self.status = error, says, status


def answered(method: str, headers: dict[str, str], body: bytes) -> tuple[int, dict[str, str], bytes]:
    """(status, headers, body). `headers` have lower-case names. Reads the database: not on the event loop."""
    if method != "POST":
        return 405, {**HEADERS, "Allow": "POST"}, _json({"error": "invalid_request", "error_description": "send it by POST"})
    try:
        form = _form(headers, body)
        secret = _client(headers.get("authorization", ""), form)
        given = _scopes(form.get("scope", ""), secret)
    except _No as no:
        challenge = {"WWW-Authenticate": CHALLENGE} if no.status == 401 else {}
        return no.status, HEADERS | challenge, _json({"error": no.error, "error_description": no.says})
    callers.buckets().take(secret.credential_id)
    granted = {
        "access_token": tokens.issue(secret.id, frozenset(given)),
        "token_type": "Bearer",
        "expires_in": int(tokens.LASTS.total_seconds()),
        "scope": " ".join(given),
    }
    return 200, dict(HEADERS), _json(granted)


def _form(headers: dict[str, str], body: bytes) -> dict[str, str]:
    if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise _No("invalid_request", f"send a form: {FORM}")
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:
        raise _No("invalid_request", "the form cannot be read") from None
    form = dict(pairs)
    if len(form) != len(pairs):
        raise _No("invalid_request", "a parameter stands there twice")
    if "grant_type" not in form:
        raise _No("invalid_request", "grant_type is missing")
    if form["grant_type"] != "client_credentials":
        raise _No("unsupported_grant_type", "only client_credentials is given here")
    return form


def _client(authorization: str, form: dict[str, str]) -> CredentialSecret:
    in_body = "client_secret" in form
    if authorization and in_body:
        raise _No("invalid_request", "the client says who it is in two ways")
    pair = callers.form_pair_of(authorization) if authorization else (form.get("client_id", ""), form.get("client_secret", ""))
    known = callers.known_by(*pair) if pair and "\0" not in "".join(pair) else None
    if known is None or form.get("client_id", known.credential.key) != known.credential.key:
        raise _No("invalid_client", "no such key and secret", 401)
    return known


def _scopes(asked: str, secret: CredentialSecret) -> list[str]:
    """What was asked for, if the credential has it; all that it has if nothing was."""
    own = secret.credential.scopes.split()
    wanted = list(dict.fromkeys(asked.split())) or own
    for scope in wanted:
        if scope not in GRANTS or not within(scope, own):
            raise _No("invalid_scope", f"not given to this credential: {scope[:80]}")
    return wanted


def _json(value: dict[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()
