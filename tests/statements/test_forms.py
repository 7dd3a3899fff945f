"""Typing an amount: in the unit of the document, exact, with the error at its own field."""

from decimal import Decimal

import pytest
from django import forms
from django.forms import modelform_factory
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.amounts import AmountUnit, from_fen
from disclosures.statements.forms import AmountInput
from disclosures.statements.models import Expenditure


class Typed(forms.Form):
    amount = AmountInput(unit=AmountUnit.WAN, required=False)


@pytest.mark.parametrize(
    ("text", "yuan"),
    [("1,262.08", "12620800"), ("１２６２．０８", "12620800"), ("（0.01）", "-100"), ("0.00", "0"), ("131", "1310000")],
)
def test_a_figure_is_taken_in_the_unit_of_the_form(text, yuan):
    form = Typed({"amount": text})
    assert form.is_valid()
    assert form.cleaned_data["amount"] == Decimal(yuan)


@pytest.mark.parametrize("data", [{}, {"amount": ""}, {"amount": "  "}, {"amount": "-"}])
def test_a_blank_is_no_zero(data):
    form = Typed(data)
    assert form.is_valid()
    assert form.cleaned_data["amount"] is None


@pytest.mark.parametrize(("text", "said"), [("12万", "“12万”不是金额"), ("0.0000001", "比 1 分还细")])
def test_what_is_no_amount_is_said_at_its_field_and_stays_as_typed(text, said):
    form = Typed({"amount": text})
    assert said in form.errors["amount"][0]
    assert f'value="{text}"' in str(form["amount"])


def test_the_stored_amount_is_shown_in_the_unit_of_the_form():
    assert 'value="1262.08"' in str(Typed(initial={"amount": Decimal("12620800.00")})["amount"])
    assert 'value="0.00"' in str(Typed(initial={"amount": Decimal(0)})["amount"])
    assert "value" not in str(Typed(initial={"amount": None})["amount"])


@settings(deadline=None)
@given(st.none() | st.integers(-(10**15), 10**15).map(from_fen), st.sampled_from(AmountUnit), st.integers(0, 6))
def test_a_form_that_nobody_touched_changes_no_amount(value, unit, decimals):
    field = AmountInput(unit=unit, decimals=decimals, required=False)
    shown = field.prepare_value(value) or ""
    assert not field.has_changed(value, shown)
    assert field.clean(shown) == value


@pytest.mark.parametrize(
    ("initial", "data", "changed"),
    [
        (None, "", False),
        (None, "0.00", True),
        (Decimal(12620800), "1,262.08", False),
        (Decimal(12620800), "1,262.09", True),
        (Decimal(12620800), "", True),
        (Decimal(12620800), "abc", True),
        ("1,262.08", "1262.08", False),
    ],
)
def test_a_form_knows_whether_an_amount_was_changed(initial, data, changed):
    assert AmountInput(unit=AmountUnit.WAN).has_changed(initial, data) is changed


def test_a_column_makes_its_own_input_with_its_official_title():
    form = modelform_factory(Expenditure, fields=["basic_expenditure"])({"basic_expenditure": "abc"})
    field = form.fields["basic_expenditure"]
    assert isinstance(field, AmountInput)
    assert (field.label, field.required, field.unit) == ("基本支出", False, AmountUnit.YUAN)
    assert "“abc”不是金额" in form.errors["basic_expenditure"][0]
