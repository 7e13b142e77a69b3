"""Signed statements: a JSON Web Signature over the statement as it was before it was signed (1.0.3, 2.6; IEEE 9274.1.1, 4.2.6).

RS256, RS384 or RS512 (RFC 7518). Where the header brings a certificate (x5c, RFC 7515, 4.1.6), the signature has to be by its key; whether
the certificate is to be trusted is for readers to judge. Without one nothing but the payload can be looked at.
"""

import base64
import binascii
from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512, HashAlgorithm
from cryptography.x509 import load_der_x509_certificate

from milpa.records.rules import problems
from milpa.records.rules.checking import check
from milpa.records.rules.comparing import same
from milpa.records.rules.problems import Malformed, Unsupported, Version
from milpa.records.rules.reading import read

ALGORITHMS: dict[str, Callable[[], HashAlgorithm]] = {"RS256": SHA256, "RS384": SHA384, "RS512": SHA512}
_SET_LATER = frozenset({"id", "timestamp", "stored", "authority", "version"})
_NO_JWS = problems.said("A signature has to be a JSON Web Signature: header, payload and signature, each in base64url, with dots between.")


def verify(statement: dict[str, Any], jws: bytes, version: Version) -> None:
    """Raises Malformed, its path empty, unless `jws` signs this statement (Unsupported for an algorithm that the standard leaves out)."""
    header, payload, signature, signed = _parts(jws)
    algorithm = header.get("alg")
    if algorithm not in ALGORITHMS:
        raise Unsupported("", problems.said("A signature is by one of these algorithms: {these}."), these=", ".join(ALGORITHMS))
    if "x5c" in header:
        _by_its_certificate(header["x5c"], algorithm, signature, signed)
    check(payload, version)
    if not _says_the_same(statement, payload):
        raise Malformed("", problems.said("What was signed is another statement."))


def _parts(jws: bytes) -> tuple[dict[str, Any], Any, bytes, bytes]:
    pieces = jws.strip().split(b".")
    if len(pieces) != 3:
        raise Malformed("", _NO_JWS)
    raw_header, raw_payload, signature = (_decoded(piece) for piece in pieces)
    header = read(raw_header)
    if not isinstance(header, dict):
        raise Malformed("", _NO_JWS)
    return header, read(raw_payload), signature, pieces[0] + b"." + pieces[1]


def _decoded(piece: bytes) -> bytes:
    try:
        return base64.b64decode(piece + b"=" * (-len(piece) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise Malformed("", _NO_JWS) from error


def _by_its_certificate(chain: Any, algorithm: str, signature: bytes, signed: bytes) -> None:
    try:
        key = load_der_x509_certificate(base64.b64decode(chain[0], validate=True)).public_key()
        if not isinstance(key, RSAPublicKey):
            raise Malformed("", problems.said("The certificate of the signature has no RSA key."))
        key.verify(signature, signed, PKCS1v15(), ALGORITHMS[algorithm]())
    except InvalidSignature as error:
        raise Malformed("", problems.said("The signature is not by the key of its certificate.")) from error
    except (ValueError, TypeError, LookupError) as error:
        raise Malformed("", problems.said("The certificate of the signature (x5c) cannot be read.")) from error


def _says_the_same(statement: dict[str, Any], payload: dict[str, Any]) -> bool:
    """What the store sets when the client left it out doesn't count, nor does the attachment that brings the signature."""
    kept = {key: value for key, value in statement.items() if key in payload or key not in _SET_LATER}
    return same(kept, payload)
