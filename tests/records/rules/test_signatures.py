import base64
import datetime
import functools
import json
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from milpa.records.rules.problems import Malformed, Unsupported
from milpa.records.rules.signatures import ALGORITHMS, verify

STATEMENT: dict[str, Any] = {
    "id": "5f1d7a24-0000-4000-8000-000000000001",
    "actor": {"mbox": "mailto:rosa@example.org"},
    "verb": {"id": "urn:x:did"},
    "object": {"id": "urn:x:that"},
    "result": {"duration": "PT0.12S"},
}
SIGNATURE = {"attachments": [{"usageType": "http://adlnet.gov/expapi/attachments/signature"}]}


@functools.cache
def key(name: str = "rosa") -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def certificate(of: Any, by: Any = None) -> str:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Rosa")])
    day = datetime.datetime(2026, 1, 1)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).serial_number(1).public_key(of.public_key())
    made = made.not_valid_before(day).not_valid_after(day + datetime.timedelta(days=3650))
    return base64.b64encode(made.sign(by or of, SHA256()).public_bytes(Encoding.DER)).decode()


def url64(raw: bytes) -> bytes:
    return base64.urlsafe_b64encode(raw).rstrip(b"=")


def jws(payload: Any = STATEMENT, alg: str = "RS256", by: rsa.RSAPrivateKey | None = None, **header: Any) -> bytes:
    signed = url64(json.dumps({"alg": alg, **header}).encode()) + b"." + url64(json.dumps(payload).encode())
    signature = (by or key()).sign(signed, PKCS1v15(), ALGORITHMS.get(alg, SHA256)())
    return signed + b"." + url64(signature)


@pytest.mark.parametrize("algorithm", ["RS256", "RS384", "RS512"])
def test_a_signature_by_each_algorithm_with_and_without_a_certificate(algorithm: str) -> None:
    verify({**STATEMENT, **SIGNATURE}, jws(alg=algorithm), "1.0.3")
    verify({**STATEMENT, **SIGNATURE}, jws(alg=algorithm, x5c=[certificate(key())]), "2.0.0")


@pytest.mark.parametrize("algorithm", ["HS256", "ES256", "PS256", "none", "rs256", ""])
def test_another_algorithm_is_refused(algorithm: str) -> None:
    with pytest.raises(Unsupported):
        verify(STATEMENT, jws(alg=algorithm), "1.0.3")


def test_a_signature_by_another_key_than_the_certificates_is_refused() -> None:
    with pytest.raises(Malformed, match="not by the key"):
        verify(STATEMENT, jws(by=key("tomás"), x5c=[certificate(key())]), "1.0.3")


def test_a_changed_payload_is_refused() -> None:
    header, _payload, signature = jws(x5c=[certificate(key())]).split(b".")
    changed = {**STATEMENT, "verb": {"id": "urn:x:other"}}
    with pytest.raises(Malformed, match="not by the key"):
        verify(changed, b".".join([header, url64(json.dumps(changed).encode()), signature]), "1.0.3")


@pytest.mark.parametrize("chain", [[], "x", ["x"], [5], None, {}, [base64.b64encode(b"no certificate").decode()]])
def test_a_certificate_that_cannot_be_read_is_refused(chain: Any) -> None:
    with pytest.raises(Malformed, match="cannot be read"):
        verify(STATEMENT, jws(x5c=chain), "1.0.3")


def test_a_certificate_with_another_kind_of_key_is_refused() -> None:
    with pytest.raises(Malformed, match="no RSA key"):
        verify(STATEMENT, jws(x5c=[certificate(ec.generate_private_key(ec.SECP256R1()))]), "1.0.3")


@pytest.mark.parametrize(
    "other",
    [
        {"verb": {"id": "urn:x:other"}},
        {"actor": {"mbox": "mailto:tomas@example.org"}},
        {"result": {"duration": "PT0.13S"}},
        {"id": "5f1d7a24-0000-4000-8000-000000000002"},
        {"context": {"language": "es"}},
    ],
)
def test_a_signature_of_another_statement_is_refused(other: dict[str, Any]) -> None:
    with pytest.raises(Malformed, match="another statement"):
        verify({**STATEMENT, **other}, jws(), "1.0.3")


def test_what_the_store_sets_and_what_is_finer_than_a_hundredth_does_not_count() -> None:
    unsaid = {key: value for key, value in STATEMENT.items() if key != "id"}
    set_by_the_store = {"stored": "2026-11-24T10:00:00Z", "timestamp": "2026-11-24T10:00:00Z", "version": "1.0.0"}
    verify({**STATEMENT, **set_by_the_store}, jws(unsaid), "1.0.3")
    verify({**STATEMENT, "result": {"duration": "PT0.1237S"}}, jws(), "2.0.0")


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"a.b",
        b"a.b.c.d",
        b"!.!.!",
        b"e30.e30.",
        url64(b"[]") + b".e30.x",
        url64(b"{") + b".e30.AAAA",
        jws([STATEMENT]),
        jws({"a": 1}),
        jws("x"),
    ],
)
def test_what_is_no_signature_of_a_statement_is_refused(broken: bytes) -> None:
    with pytest.raises(Malformed):
        verify(STATEMENT, broken, "1.0.3")
