"""The amount column: 元 in Python, whole 分 in the database; what the form prints leaves no trace in migrations."""

from decimal import Decimal

import pytest
from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.models import Sum
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.amounts import LARGEST, AmountError, from_fen
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.models import Income
from tests.building import build_disclosure

COLUMN = Income._meta.get_field("total_income")
FINER, LARGER = Decimal("0.001"), Decimal("92233720368547758.08")


@pytest.fixture
def save(db):
    """Save a line with that total and give it back as the database has it."""
    disclosure = build_disclosure()

    def saved(value) -> Income:
        line = Income.objects.create(disclosure=disclosure, position=99, total_income=value)
        return Income.objects.get(pk=line.pk)

    return saved


# ---------------------------------------------------------------------------------------------------------------------
# In the database
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "yuan", ["0.00", "0.01", "-0.01", "12620800.00", f"{from_fen(LARGEST)}", f"{-from_fen(LARGEST)}"]
)
def test_an_amount_comes_back_exactly_and_is_stored_as_whole_fen(save, yuan):
    line = save(Decimal(yuan))
    assert str(line.total_income) == yuan
    with connection.cursor() as cursor:
        cursor.execute("SELECT total_income FROM statements_income WHERE id = %s", [line.pk])
        assert cursor.fetchone() == (int(Decimal(yuan) * 100),)


@settings(deadline=None)
@given(st.none() | st.integers(-LARGEST, LARGEST).map(from_fen))
def test_storing_and_fetching_is_the_identity(value):
    assert COLUMN.from_db_value(COLUMN.get_prep_value(value), None, connection) == value


def test_blank_is_not_zero_in_the_database(save):
    blank = save(None)
    assert blank.total_income is None
    assert Income.objects.filter(total_income=None, position=99).exists()
    assert not Income.objects.filter(total_income=0, position=99).exists()


def test_amounts_are_compared_and_summed_in_yuan(save):
    line = save(Decimal("0.03"))
    lines = Income.objects.filter(position=99)
    assert lines.filter(total_income__gt=Decimal("0.02"), total_income__lte="0.03").get() == line
    assert lines.aggregate(sum=Sum("total_income"))["sum"] == Decimal("0.03")


@pytest.mark.parametrize(("typed", "yuan"), [("1,262.08", "1262.08"), (5, "5"), ("-", None), ("", None)])
def test_a_printed_figure_or_a_whole_number_is_taken_as_yuan(save, typed, yuan):
    assert save(typed).total_income == (Decimal(yuan) if yuan else None)


@pytest.mark.parametrize("value", [FINER, LARGER])
def test_an_amount_that_has_no_place_is_an_error_at_its_field_and_is_not_saved(save, value):
    with pytest.raises(ValidationError) as refused:
        Income(position=99, total_income=value).clean_fields(exclude=["disclosure"])
    assert list(refused.value.message_dict) == ["total_income"]
    with pytest.raises(AmountError):
        save(value)


def test_a_text_that_is_no_amount_is_an_error_at_its_field():
    with pytest.raises(ValidationError) as refused:
        Income(position=99, total_income="12万").clean_fields(exclude=["disclosure"])
    assert "“12万”不是金额" in refused.value.message_dict["total_income"][0]


@pytest.mark.parametrize("value", [None, Decimal("0.00"), Decimal("-12620800.01")])
def test_an_amount_survives_a_fixture(save, value):
    line = save(value)
    [restored] = serializers.deserialize("json", serializers.serialize("json", [line]))
    assert restored.object.total_income == value


# ---------------------------------------------------------------------------------------------------------------------
# On the form
# ---------------------------------------------------------------------------------------------------------------------


def test_the_official_title_comes_before_others_and_is_the_label():
    assert COLUMN.titles == ("本年收入合计", "合计", "收入合计")
    assert COLUMN.verbose_name == COLUMN.title


def test_a_column_that_both_halves_print_has_a_number_on_each():
    both = Amount("金额", {INCOME: 1, EXPENDITURE: 2})
    assert [both.number_on(side) for side in (INCOME, EXPENDITURE, "")] == [1, 2, None]
    assert COLUMN.number_on() == COLUMN.number_on(INCOME) == 1


def test_what_the_form_prints_is_no_part_of_the_schema():
    plain = Amount()
    full = Amount("小计", 3, also=("合计",), group="本年支出", side=EXPENDITURE, help_text="x", verbose_name="y")
    assert full.deconstruct() == plain.deconstruct() == (None, "disclosures.statements.fields.Amount", [], {})


def test_a_new_title_causes_no_migration(monkeypatch):
    monkeypatch.setattr(COLUMN, "title", "本年收入总计")
    monkeypatch.setattr(COLUMN, "verbose_name", "本年收入总计")
    monkeypatch.setattr(COLUMN, "number", 9)
    monkeypatch.setattr(COLUMN, "also", ())
    monkeypatch.setattr(COLUMN, "group", "收入")
    monkeypatch.setattr(COLUMN, "help_text", "另一句话")
    assert changes_to_migrate() == {}


def test_another_column_does_cause_a_migration(monkeypatch):
    monkeypatch.setattr(COLUMN, "db_column", "other")
    assert list(changes_to_migrate()) == ["statements"]


def changes_to_migrate() -> dict:
    """What makemigrations would write for the models as they now stand."""
    loader = MigrationLoader(None)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    return detector.changes(loader.graph, trim_to_apps={"statements"})
