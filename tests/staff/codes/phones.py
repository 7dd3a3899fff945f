"""A phone with a validator on it, as somebody holds it in the hand."""

import base64
import re

from django.contrib.auth.models import User
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

PASSWORD = "Kx7-river-stone"
SIGN_IN, CODE, SET_UP = "/admin/login/", "/admin/login/code/", "/admin/code/set-up/"


def shown_by_phone(key: bytes) -> str:
    """The six digits of this half minute."""
    return f"{totp(key):06d}"


def typed_into_phone(page: str) -> bytes:
    """The key, read from the page of the set-up as somebody types it."""
    (secret,) = re.findall(r'<p class="secret">(.*?)</p>', page, re.DOTALL)
    return base64.b32decode("".join(re.findall(r"[A-Z2-7]{4}", secret)))


def with_phone(user: User) -> TOTPDevice:
    """Somebody who set up a code earlier, and can sign in by password."""
    user.set_password(PASSWORD)
    user.save()
    return TOTPDevice.objects.create(user=user, name="手机")


def half_a_minute_later() -> None:
    """Each code is taken once: the next one comes in the next half minute, which no test waits for."""
    TOTPDevice.objects.update(last_t=-1, drift=0)


def gives_password(client, name: str, password: str = PASSWORD, to: str = ""):
    return client.post(SIGN_IN + (f"?next={to}" if to else ""), {"username": name, "password": password})


def signs_in(client, user: User):
    """Both steps."""
    gives_password(client, user.username)
    half_a_minute_later()
    return client.post(CODE, {"code": shown_by_phone(TOTPDevice.objects.get(user=user).bin_key)})
