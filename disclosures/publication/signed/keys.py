"""The key that signs, in a file of its owner alone: first the private key, below it the public ones of before."""

import os
import re
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from django.conf import settings

_FORMER = re.compile(r"-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----\n?", re.DOTALL)


def signing_key() -> Ed25519PrivateKey:
    """The key of this site, made where there is none."""
    file = settings.SIGNING_KEY
    if not file.exists():
        _make(file)
    key = load_pem_private_key(file.read_bytes(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{file} holds another kind of key than Ed25519.")
    return key


def _make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=file.parent) as draft:  # readable by its owner alone
        draft.write(Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        draft.flush()
        os.link(draft.name, file)


def written(key: Ed25519PublicKey) -> str:
    """A public key as PEM, which other programs read."""
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def trusted_keys() -> set[str]:
    """The public keys of this site, now and before, as PEM; none where it has no key."""
    if not settings.SIGNING_KEY.exists():
        return set()
    former = _FORMER.findall(settings.SIGNING_KEY.read_text(encoding="ascii"))
    loaded = [load_pem_public_key(pem.encode()) for pem in former]
    return {written(signing_key().public_key()), *(written(key) for key in loaded if isinstance(key, Ed25519PublicKey))}


def is_signed(content: bytes, signature: bytes, public_key: str) -> bool:
    """Whether the signature is that key's over just these bytes."""
    key = load_pem_public_key(public_key.encode())
    if not isinstance(key, Ed25519PublicKey):
        return False
    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True
