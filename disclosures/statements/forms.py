"""How an amount is typed: in the unit the document was published in, with an error at its own field."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from disclosures.amounts import AmountError, AmountUnit, decimals_of, parse_amount, printed


class AmountInput(forms.CharField):
    """A text input that shows and takes figures in `unit`; its value is `Decimal` 元 or None for blank.

    It never shows a figure rounded, so that saving a form nobody touched changes nothing.
    """

    def __init__(self, *, unit: AmountUnit = AmountUnit.YUAN, decimals: int = 2, **kwargs):
        self.unit = unit
        self.decimals = decimals
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "amount"}))
        super().__init__(**kwargs)

    def prepare_value(self, value):
        """Print the stored 元 in the unit of the form; leave what was typed as it was typed."""
        if isinstance(value, Decimal):
            return printed(value, self.unit, decimals_of(value, self.unit, self.decimals), grouping=False)
        return value

    def to_python(self, value) -> Any:
        try:
            return parse_amount(str(value or ""), self.unit)
        except AmountError as error:
            raise ValidationError(str(error), code="amount") from error

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != (initial if isinstance(initial, Decimal) else self.to_python(initial))
        except ValidationError:
            return True
