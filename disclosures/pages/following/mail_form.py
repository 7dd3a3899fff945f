"""The form of readers: an address of mail, and what of the site it wants to be told of."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.pages.following.feeds import Followed, feed_at
from disclosures.publication.models import MailAlert

LONGEST = 254  # characters of an address, as RFC 5321 has it
_NO_ADDRESS = gettext_lazy("这不像一个邮箱地址。")
_looked_at = EmailValidator(_NO_ADDRESS, allowlist=[])  # localhost is no address of a reader


class MailForm(forms.Form):
    """`website` is seen by programs alone; people leave it empty."""

    email = forms.CharField(
        max_length=LONGEST, error_messages={"required": gettext_lazy("请写下您的邮箱。"), "max_length": _NO_ADDRESS}
    )
    feed = forms.CharField(required=False, max_length=500)
    website = forms.CharField(required=False)

    def __init__(self, request: HttpRequest, data: Any = None):
        super().__init__(data)
        self._host = request.get_host()
        self._origin = request.build_absolute_uri("/")[:-1]
        self.asked = request.GET.get("feed", "") or self.data.get("feed", "")

    def choices(self) -> list[Followed]:
        """What the page was opened for, then what can be followed of the whole site."""
        named = [links.feed(), links.corrections_feed()]
        first = [self.asked] if self.asked not in ("", *named) else []
        return [one for one in (feed_at(address, self._host) for address in (*first, *named)) if one]

    @property
    def chosen(self) -> str:
        """The feed that is marked: what was chosen, else the first."""
        wanted = self.data.get("feed") or self.asked
        offered = [one.channel.address for one in self.choices()]
        return wanted if wanted in offered else offered[0]

    def clean_email(self) -> str:
        """With its host in the letters that mail servers know, so that one mailbox has one address."""
        name, _at, host = self.cleaned_data["email"].rpartition("@")
        try:
            address = f"{name}@{host.encode('idna').decode().lower()}"
            _looked_at(address)
        except (UnicodeError, ValidationError) as error:
            raise ValidationError(_NO_ADDRESS) from error
        if len(address) > LONGEST or host.startswith("["):
            raise ValidationError(_NO_ADDRESS)
        return address

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("website"):
            raise ValidationError(_("有一栏要空着：它是留给自动程序的。请清空后再提交。"))
        cleaned["followed"] = feed_at(cleaned.get("feed") or links.feed(), self._host)
        if cleaned["followed"] is None:
            raise ValidationError(_("没有这样的订阅，请在下面选一个。"))
        return cleaned

    def alert(self) -> MailAlert:
        """What the form asks for, once it is valid."""
        followed = self.cleaned_data["followed"]
        return MailAlert(
            email=self.cleaned_data["email"],
            topic=followed.channel.address,
            title=_(followed.channel.title)[:300],
            language=get_language(),
            origin=self._origin,
            **followed.scope,
        )
