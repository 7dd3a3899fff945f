"""Where a code is typed."""

from typing import Any

from django import forms
from django.utils import timezone

from disclosures.staff.codes.devices import Answer, answer_to, plain

WRONG = "动态口令不对，或者已经用过、过了时间。请等手机上换了一个再输入。"


class CodeForm(forms.Form):
    """A code of the phone or a recovery code; `answer` says what became of it."""

    code = forms.CharField(
        label="动态口令", max_length=40,
        help_text="手机验证器上的 6 位数字；手机不在身边时，输入一个恢复码。",
        error_messages={"required": "请输入动态口令。"},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "autocapitalize": "none"}),
    )  # fmt: skip

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.answer = user, Answer()

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        self.answer = answer_to(self.user, code)
        if self.answer.wait_until:
            seconds = max(1, round((self.answer.wait_until - timezone.now()).total_seconds()))
            raise forms.ValidationError(f"刚才输错过，请等 {_told(seconds)}再输入。")
        if self.answer.device is None:
            raise forms.ValidationError(WRONG if plain(code).isdecimal() else "没有这个恢复码，或者已经用过。")
        return code


class FirstCodeForm(forms.Form):
    """The code by which a phone shows that it took the key."""

    code = forms.CharField(
        label="6 位数字", max_length=20, error_messages={"required": "请输入手机上显示的 6 位数字。"},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )  # fmt: skip


def _told(seconds: int) -> str:
    return f"{seconds} 秒" if seconds < 120 else f"{seconds // 60} 分钟"
