"""What the log says of a change: who, of what, which fields, before and after; and in the same transaction."""

import contextlib
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group, User
from django.db import transaction

from disclosures.audit.acting import acting_as
from disclosures.audit.models import Change, Kind
from disclosures.audit.recording import added, silently, together, watching
from disclosures.audit.values import HIDDEN, LONGEST
from disclosures.statements.models import Disclosure, Duty, Expenditure, Paragraph, SourceDocument
from tests.building import build_disclosure, build_unit
from tests.once import once

pytestmark = pytest.mark.django_db


@once
def draft():
    """A draft with all parts."""
    return build_disclosure()


def last() -> Change:
    return Change.objects.first()


def values() -> dict:
    """The fields of the only row of the last entry."""
    (row,) = last().rows
    return row["values"]


def test_a_changed_amount_is_told_exactly_with_its_unit_year_and_revision(draft):
    line = Expenditure.objects.get(disclosure=draft, code="2010301")
    line.basic_expenditure = Decimal("4482100.5")
    line.as_printed = {}
    line.save()
    entry = last()
    assert (entry.kind, entry.model, entry.by, entry.by_name) == (Kind.CHANGED, "statements.expenditure", None, "系统")
    assert (entry.unit, entry.unit_number, entry.year, entry.revision) == (draft.unit.slug, draft.unit_id, 2023, 1)
    assert entry.disclosure == draft.pk
    assert entry.rows == [
        {
            "key": line.pk,
            "name": "公开03表 2010301 行政运行",
            "values": {"basic_expenditure": ["4482100.00", "4482100.50"]},
        }
    ]


def test_a_blank_and_a_zero_are_two_things(draft):
    line = Expenditure.objects.get(disclosure=draft, code="2010301")
    assert line.project_expenditure is None
    line.project_expenditure = Decimal(0)
    line.save()
    assert values() == {"project_expenditure": [None, "0.00"]}


def test_what_is_saved_without_a_change_is_not_told(draft):
    before = Change.objects.count()
    Disclosure.objects.get(pk=draft.pk).save()
    Disclosure(pk=draft.pk, unit=draft.unit, year="2023").save(update_fields=["year"])  # as a form may leave it
    assert Change.objects.count() == before


def test_the_state_before_is_that_of_the_database_not_of_what_the_program_read_earlier(draft):
    mine, theirs = Duty.objects.filter(disclosure=draft)[0], Duty.objects.filter(disclosure=draft)[0]
    theirs.text = "别人的"
    theirs.save()
    mine.text = "我的"
    mine.save()
    assert values()["text"] == ["别人的", "我的"]


def test_a_new_row_and_one_that_is_gone_tell_what_they_say_and_no_blanks(draft):
    duty = Duty.objects.create(disclosure=draft, position=9, text="新职责")
    assert last().kind == Kind.ADDED
    assert values() == {"position": [None, 9], "text": [None, "新职责"]}
    duty.delete()
    assert last().kind == Kind.DELETED
    assert values() == {"position": [9, None], "text": ["新职责", None]}


def test_a_deleted_draft_leaves_every_row_in_the_log_one_entry_for_each_kind(draft, django_assert_max_num_queries):
    before = Change.objects.count()
    with together():
        Disclosure.objects.get(pk=draft.pk).delete()
    gone = Change.objects.filter(kind=Kind.DELETED)
    assert gone.count() == Change.objects.count() - before
    assert len(gone.get(model="statements.expenditure").rows) == 8
    assert {entry.year for entry in gone} == {2023}
    assert gone.get(model="statements.disclosure").disclosure == draft.pk


def test_many_rows_are_one_entry_and_one_statement(draft, django_assert_num_queries):
    rows = [Duty(disclosure=draft, position=n, text=f"职责 {n}") for n in range(10, 40)]
    Duty.objects.bulk_create(rows)
    with django_assert_num_queries(1):
        added(rows)
    assert (last().text, len(last().rows)) == ("30 行", 30)
    assert [row["key"] for row in last().rows] == [row.pk for row in rows]


def test_a_statement_that_sends_no_signal_is_watched(draft):
    rows = Duty.objects.filter(disclosure=draft)
    with watching(rows.filter(text__startswith="受理"), "text"):
        rows.filter(text__startswith="受理").update(text="改了")
    assert last().kind == Kind.CHANGED
    assert values() == {"text": ["受理群众来信来访。", "改了"]}


class UndoneError(Exception):
    """Somebody thought better of it."""


@contextlib.contextmanager
def undone():
    """What is done inside is not done in the end."""
    with contextlib.suppress(UndoneError), together():
        yield
        raise UndoneError


def test_what_is_undone_is_not_told(draft):
    before = Change.objects.count()
    with undone():
        Duty.objects.filter(disclosure=draft)[0].delete()
    with together():
        Duty.objects.create(disclosure=draft, position=9, text="留下")
        with undone():
            Duty.objects.create(disclosure=draft, position=10, text="撤销")
    assert Change.objects.count() == before + 1
    assert "撤销" not in str(last().rows)


def test_a_change_that_is_rolled_back_takes_its_entry_with_it(draft):
    before = Change.objects.count()
    with contextlib.suppress(UndoneError), transaction.atomic():
        Duty.objects.create(disclosure=draft, position=9, text="撤销")
        assert Change.objects.count() == before + 1
        raise UndoneError
    assert Change.objects.count() == before


def test_silence_holds_for_what_is_told_as_a_whole(draft):
    before = Change.objects.count()
    with silently(), together():
        Duty.objects.create(disclosure=draft, position=9, text="虚构")
        added([Duty(disclosure=draft, position=10, text="虚构")])
        Duty.objects.filter(disclosure=draft).delete()
    assert Change.objects.count() == before


def test_somebody_is_named_as_they_were_called_then():
    user = User.objects.create_user("li", first_name="明", last_name="李")
    with acting_as(user):
        unit = build_unit()
    assert (last().by, last().by_name) == (user.pk, "李明")
    user.last_name = "王"
    user.save()
    assert Change.objects.get(model="statements.unit", text=str(unit)).by_name == "李明"


def test_a_password_is_told_to_have_changed_and_never_what_it_is():
    user = User.objects.create_user("li", password="secret-1")
    assert values()["password"] == [None, HIDDEN]
    user.set_password("secret-2")
    user.save()
    assert values() == {"password": [HIDDEN, HIDDEN]}
    stored = str(list(Change.objects.values()))
    assert user.password not in stored
    assert "md5" not in stored


def test_groups_of_a_person_are_told_by_name():
    user, group = User.objects.create_user("li"), Group.objects.get(name="审核员")
    user.groups.add(group)
    assert values() == {"groups": [[], ["审核员"]]}
    user.groups.clear()
    assert values() == {"groups": [["审核员"], []]}


def test_long_texts_and_files_are_told_by_their_beginning_or_length_and_digest(draft):
    Paragraph.objects.create(disclosure=draft, position=99, chapter="cover", text="长" * (LONGEST + 1))
    assert values()["text"][1].endswith("）")
    assert len(values()["text"][1]) < LONGEST
    SourceDocument.objects.create(name="a.txt", media_type="text/plain", sha256="a" * 64, content=b"abc")
    assert values()["content"][1].startswith("（3 字节，SHA-256 ba7816bf")
