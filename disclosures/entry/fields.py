"""How the values of a line are typed where Django's own form fields do not fit."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db import models

from disclosures.amounts import Precision
from disclosures.statements.fields import Amount
from disclosures.statements.forms import AmountInput


class NamedTexts(forms.CharField):
    """A mapping from names to texts, typed as lines of “名称：内容”; a line without a name goes on with the last."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": 2}), empty_value={}, **kwargs)

    def prepare_value(self, value):
        return as_lines(value) if isinstance(value, dict) else value

    def to_python(self, value) -> dict[str, str]:
        ProhibitNullCharactersValidator()(value)  # the base class looks for them in the value, which is no text here
        texts: dict[str, str] = {}
        for line in (value or "").splitlines():
            name, colon, text = line.partition("：")
            if colon and name.strip():
                texts[name.strip()] = text.strip()
            elif texts:
                texts[next(reversed(texts))] += f"\n{line}"
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
    return "\n".join(f"{name}：{text}" for name, text in texts.items())


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
    return f"{group} · {db_field.verbose_name}" if group else db_field.verbose_name
