"""What proves that somebody is who they are: the phone that makes codes, and the recovery codes on paper."""

import base64
import hashlib
import re
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django_otp import verify_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from disclosures.audit.recording import together

RECOVERY_CODES = 10
_GROUPS = 4  # of four letters and digits each, 80 bits together: too many to try, even for whoever has their digests


@dataclass(frozen=True)
class Answer:
    """What became of a code: the device that took it, or until when none is taken."""

    device: Device | None = None
    wait_until: datetime | None = None


def phone_of(user: Any) -> TOTPDevice | None:
    """The phone by which somebody signs in."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def recovery_codes_left(user: Any) -> int:
    return StaticToken.objects.filter(device__user=user).count()


def answer_to(user: Any, typed: str) -> Answer:
    """Try a code of the phone, or a recovery code, which is gone then; each failure doubles the wait for the next."""
    code = plain(typed)
    is_of_phone = code.isdecimal()
    kind = TOTPDevice if is_of_phone else StaticDevice
    device = kind.objects.filter(user=user, confirmed=True).first()
    if device is None:
        return Answer()
    _, why = device.verify_is_allowed()
    if why:
        return Answer(wait_until=why["locked_until"])
    return Answer(verify_token(user, device.persistent_id, code if is_of_phone else _digest(code)))


def plain(typed: str) -> str:
    """A code as it is compared: without spaces and hyphens, in narrow small letters."""
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", typed)).lower()


@transaction.atomic
def set_up(user: Any, key: str, typed: str) -> TOTPDevice | None:
    """Make the phone with that key the only one, if the code is one of its codes."""
    phone = TOTPDevice(user=user, name="手机", key=key)
    phone.save()
    if not phone.verify_token(plain(typed)):
        phone.delete()
        return None
    TOTPDevice.objects.filter(user=user).exclude(pk=phone.pk).delete()
    return phone


@transaction.atomic
def make_recovery_codes(user: Any) -> list[str]:
    """New codes in place of the old; told this once, for their digests alone are kept."""
    take_away(user, StaticDevice)
    device = StaticDevice.objects.create(user=user, name="恢复码")
    codes = [_random_code() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=_digest(plain(code))) for code in codes)
    return codes


def take_away(user: Any, *kinds: type[Device]) -> None:
    """From now on that person signs in without a code, or sets up a new one."""
    with together():
        for kind in kinds or (TOTPDevice, StaticDevice):
            kind.objects.filter(user=user).delete()


def _random_code() -> str:
    letters = base64.b32encode(secrets.token_bytes(10)).decode().lower()
    return "-".join(letters[4 * group : 4 * group + 4] for group in range(_GROUPS))


def _digest(code: str) -> str:
    """96 bits of SHA-256, as much as django-otp has room for."""
    return base64.urlsafe_b64encode(hashlib.sha256(code.encode()).digest()[:12]).decode()
