"""How the values of a line are typed where Django's own form fields do not fit."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db import models

from disclosures.amounts import Precision
from disclosures.statements.fields import Amount
from disclosures.statements.forms import AmountInput


class Text(forms.CharField):
    """A text of the document: as typed, with the line ends of the document, which browsers send as two characters."""

    def __init__(self, **kwargs):
        super().__init__(**{"strip": False, **kwargs})

    def to_python(self, value) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


# For `formfield_overrides` of an admin.
TEXTS: dict[type[models.Field], dict[str, object]] = {
    models.TextField: {"form_class": Text, "widget": forms.Textarea(attrs={"rows": 2, "cols": 60})}
}

INDENT = "　"  # begins a line that goes on with the text of the line before


class NamedTexts(Text):
    """A mapping from names to texts, typed as lines of “名称：内容”."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": 2}), **kwargs)

    def prepare_value(self, value):
        return as_lines(value) if isinstance(value, dict) else value

    def to_python(self, value) -> Any:
        value = super().to_python(value)
        ProhibitNullCharactersValidator()(value)  # the base class looks for them in what we return, which is no text
        texts: dict[str, str] = {}
        for line in value.split("\n"):
            name, colon, text = line.partition("：")
            if line.startswith(INDENT) and texts:
                texts[next(reversed(texts))] += f"\n{line.removeprefix(INDENT)}"
            elif colon and name.strip():
                texts[name.strip()] = text
            elif line.strip():
                raise ValidationError(f"“{line.strip()}”缺少栏目；请写成“人员保障：人手不足”。", code="unnamed")
        return texts

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != (initial or {})
        except ValidationError:
            return True


def as_lines(texts: dict[str, str]) -> str:
    """The mapping as `NamedTexts` takes it."""
    return "\n".join(f"{name}：{text.replace(chr(10), chr(10) + INDENT)}" for name, text in texts.items())


def form_field(db_field: models.Field, precision: Precision) -> forms.Field | None:
    """Our own form field for a field of a part; None where Django's fits."""
    common = {"label": label_of(db_field), "help_text": db_field.help_text, "required": False}
    if isinstance(db_field, Amount):
        return AmountInput(unit=precision.unit, decimals=precision.decimals, **common)
    if isinstance(db_field, models.JSONField):
        return NamedTexts(**common)
    return None


def label_of(db_field: models.Field) -> str:
    """The title on the form with the head above it: “本年支出 · 小计”."""
    group = getattr(db_field, "group", "")
    return f"{group} · {db_field.verbose_name}" if group else str(db_field.verbose_name)
