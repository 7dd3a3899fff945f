"""The form: what is asked, where to write to, and what keeps programs out without a riddle for people."""

import time
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.statements.legible import validate_seen
from disclosures.statements.models import Disclosure

SHORTEST, LONGEST = 5, 1000  # characters of a question
QUICKEST = 3  # seconds in which nobody reads, thinks and types
SLOWEST = 24 * 3600  # seconds for which a form holds
_SALT = "reader question"


def token_for(disclosure: Disclosure) -> str:
    """When the form was given out and for what; the key in it makes a question that is sent twice one."""
    return signing.dumps({"at": int(time.time()), "for": disclosure.pk, "key": get_random_string(22)}, salt=_SALT)


class AskForm(forms.Form):
    """A question about a revision. `website` is seen by programs alone; people leave it empty."""

    text = forms.CharField(
        min_length=SHORTEST,
        max_length=LONGEST,
        validators=[validate_seen],
        error_messages={
            "required": gettext_lazy("请写下您的问题。"),
            "min_length": gettext_lazy("请把问题写得具体一些，至少 5 个字。"),
            "max_length": gettext_lazy("问题最多 1000 个字，请写短一些。"),
        },
    )
    email = forms.EmailField(
        required=False, max_length=254, error_messages={"invalid": gettext_lazy("这不像一个邮箱地址；不想留可以空着。")}
    )
    website = forms.CharField(required=False)
    token = forms.CharField(max_length=500)

    def __init__(self, disclosure: Disclosure, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._disclosure = disclosure
        if not settings.EMAIL_HOST:  # what cannot be used is not asked for
            del self.fields["email"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("website"):
            raise forms.ValidationError(_("有一栏要空着：它是留给自动程序的。请清空后再提交。"))
        given = self._given(cleaned.get("token", ""))
        if time.time() - given["at"] < QUICKEST:
            raise forms.ValidationError(_("提交得太快了。请再看一遍，过几秒再提交。"))
        cleaned["key"] = given["key"]
        return cleaned

    def _given(self, token: str) -> dict[str, Any]:
        try:
            given = signing.loads(token, salt=_SALT, max_age=SLOWEST)
        except signing.BadSignature:
            given = {}
        if given.get("for") != self._disclosure.pk:
            raise forms.ValidationError(_("这张表单已经过期。您写的还在下面，请再提交一次。"))
        return given

    @property
    def is_stale(self) -> bool:
        """Whether the form has to be given out anew."""
        return "key" not in getattr(self, "cleaned_data", {}) and not self._holds()

    def _holds(self) -> bool:
        try:
            return bool(self._given(self.data.get("token", "")))
        except forms.ValidationError:
            return False
