"""What is typed of a person."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import User


class PersonForm(forms.ModelForm):
    """Of an account that is there; `by` is who types."""

    by: ClassVar[Any] = None

    class Meta:
        model = User
        fields = ("username", "last_name", "first_name", "email", "is_active", "is_superuser")
        field_classes: ClassVar = {"username": UsernameField}
        help_texts: ClassVar = {"is_active": "不再在这里工作的，取消勾选；帐号和它的历史都留着。"}

    def clean_is_active(self) -> bool:
        if self.instance == self.by and not self.cleaned_data["is_active"]:
            raise forms.ValidationError("不能停用自己的帐号，请另一位管理员来做。")
        return self.cleaned_data["is_active"]


class NewPersonForm(forms.ModelForm):
    """A new account has no password: its owner chooses one by the link that is handed out."""

    MEANING = "保存以后，在“任职”里选定角色，再用“给设置密码的链接”，由本人设置密码。"
    by: ClassVar[Any] = None

    class Meta:
        model = User
        fields = ("username", "last_name", "first_name", "email")
        field_classes: ClassVar = {"username": UsernameField}

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        return super().save(commit)
