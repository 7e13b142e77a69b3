"""Requirements on signed statements: xAPI 1.0.3 Data 2.6; IEEE 9274.1.1, 4.2.6."""

import base64
import functools
import hashlib
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512

from milpa.records.http.requests import Answer
from tests.harness.xapi import Tool
from tests.records.xapi.sent import new_id, one, post_multipart, statement

SIGNATURE = "http://adlnet.gov/expapi/attachments/signature"
HASHES: dict[str, Any] = {"RS256": SHA256, "RS384": SHA384, "RS512": SHA512, "HS256": SHA256}


@functools.cache
def key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def url64(raw: bytes) -> bytes:
    return base64.urlsafe_b64encode(raw).rstrip(b"=")


def jws_of(payload: bytes, algorithm: str = "RS256") -> bytes:
    head = url64(json.dumps({"alg": algorithm}).encode()) + b"." + url64(payload)
    return head + b"." + url64(key().sign(head, PKCS1v15(), HASHES[algorithm]()))


def signed(tool: Tool, sent: Any, *, payload: Any = None, jws: bytes | None = None, octets: str = "application/octet-stream") -> Answer:
    """Posts the statement with a signature over `payload`, which is itself unless it is told."""
    content = jws_of(json.dumps(payload or sent).encode()) if jws is None else jws
    sha2 = hashlib.sha256(content).hexdigest()
    about = {"usageType": SIGNATURE, "display": {"es": "Firma"}, "contentType": octets, "length": len(content), "sha2": sha2}
    headers = {"Content-Type": octets, "Content-Transfer-Encoding": "binary", "X-Experience-API-Hash": sha2}
    return post_multipart(tool, {**sent, "attachments": [about]}, (headers, content))


def test_xapi_00115_a_signature_is_a_jws_of_octets(tool: Tool) -> None:
    for broken in (b"x", b"a.b.c", jws_of(json.dumps(statement()).encode())[:-5] + b"!"):
        assert signed(tool, statement(), jws=broken).status == 400
    assert signed(tool, statement(), octets="text/plain; charset=ascii").status == 400
    own = new_id()
    assert signed(tool, statement(id=own)).status == 200
    assert one(tool, own)["attachments"][0]["usageType"] == SIGNATURE


def test_xapi_00116_what_is_signed_is_the_whole_statement_as_json(tool: Tool) -> None:
    broken = json.dumps(statement()).replace('"', "'", 1).encode()
    assert signed(tool, statement(), jws=jws_of(broken)).status == 400
    assert signed(tool, statement(), payload=statement(result={"success": True})).status == 400
    assert signed(tool, statement(result={"success": True}), payload=statement()).status == 400
    assert tool.get()["statements"] == []


@pytest.mark.parametrize(("algorithm", "status"), [("RS256", 200), ("RS384", 200), ("RS512", 200), ("HS256", 400)])
def test_xapi_00117_it_is_signed_with_rsa_and_sha_2(tool: Tool, algorithm: str, status: int) -> None:
    assert signed(tool, statement(), jws=jws_of(json.dumps(statement()).encode(), algorithm)).status == status


def test_data_2_6_the_address_of_a_signature_does_not_stand_for_it(tool: Tool) -> None:
    about = {"usageType": SIGNATURE, "display": {}, "contentType": "application/octet-stream", "length": 3, "sha2": "a" * 64}
    assert tool.post(statement(attachments=[{**about, "fileUrl": "https://cursos.example/firma"}])).status == 400
