"""Kept sources read again: what an older reader read wrongly is found, and mended without losing anybody's work."""

import json
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import Document, Grid
from disclosures.documents.reading import read_document
from disclosures.entry.imports.importing import Wish, import_one
from disclosures.intake.jobs import Job
from disclosures.intake.models import ReadingReport
from disclosures.publication.workflow import publish, submit
from disclosures.statements.models import Disclosure, Expenditure, State
from tests.building import build_disclosure
from tests.once import once

SAMPLE = settings.BASE_DIR / "tests" / "documents" / "fushun-petition-office-2023.xlsx"
UNIT, YEAR = "210400-011001", 2023
BASIC = "448.21"  # 行政运行 in table 03

pytestmark = pytest.mark.django_db


class OlderReader(IsolatedReader):
    """One that lost the last digit of a figure wherever it stood."""

    def read(self, path):
        document = read_document(path)
        return Document([self._lossy(item) for item in document.items], None)

    def _lossy(self, item):
        if not isinstance(item, Grid):
            return item
        rows = (
            tuple(one._replace(text=one.text.replace(BASIC, "448.20")) if one else one for one in row)
            for row in item.rows
        )
        return Grid(item.place, tuple(rows), item.title)


@once(autouse=True)
def codes():
    call_command("load_codes", stdout=StringIO())


def imported(reader_class=IsolatedReader, *, published=False, file=SAMPLE) -> Disclosure:
    with reader_class() as reader:
        return import_one(Job(str(file), UNIT, YEAR), Wish(publish=published), reader)[0]


@once
def wrong():
    """Published as an older reader read it."""
    return imported(OlderReader, published=True)


def reread(*arguments, **options) -> tuple[str, str]:
    """What the command printed, and the sentence that it ended with in an error."""
    out = StringIO()
    try:
        call_command("reread", *arguments, stdout=out, stderr=StringIO(), **options)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def basic(disclosure) -> str:
    line = Expenditure.objects.get(disclosure=disclosure, code="2010301")
    return line.text("total_expenditure", disclosure.precision)


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".pdf", ".txt"])
def test_what_was_read_by_this_reader_reads_the_same(ending):
    file = settings.BASE_DIR / "fixtures" / f"{SAMPLE.stem}.txt" if ending == ".txt" else SAMPLE.with_suffix(ending)
    imported(file=file, published=True)
    assert reread() == ("重读 1 份，0 份有不同，其中 0 份是已发布的数字。\n", "")


def test_a_published_figure_that_reads_otherwise_is_named_and_the_command_fails(wrong):
    out, error = reread(UNIT, YEAR)
    assert "公开03 支出决算表 2010301 行政运行 本年支出合计：448.20 → 448.21（" in out
    assert "可能有手工改动" not in out
    assert error == "已发布的决算有 1 份现在会读出不同的数字。"


def test_each_difference_is_data_with_its_place(wrong):
    out, _ = reread(as_json=True)
    (one,) = map(json.loads, out.splitlines())
    assert (one["unit"], one["year"], one["revision"], one["state"]) == (UNIT, YEAR, 1, "published")
    figures = [d for d in one["differences"] if d["part"].startswith("公开03") and d["is_figure"]]
    assert {(d["before"], d["after"]) for d in figures} == {("448.20", BASIC)}
    assert all("!" in d["place"] for d in figures)


def test_a_published_one_gets_a_proposed_correction_with_a_note_and_stays_as_it_was(wrong):
    before = wrong.digest
    out, error = reread(apply=True)
    assert error
    assert "已建第 2 版草稿" in out
    wrong.refresh_from_db()
    assert (wrong.state, wrong.digest, basic(wrong)) == (State.PUBLISHED, before, "448.20")
    proposed = Disclosure.objects.get(revision=2)
    assert (proposed.state, basic(proposed)) == (State.DRAFT, BASIC)
    assert "公开03 支出决算表 2010301 行政运行 本年支出合计：448.20 → 448.21" in proposed.change_note


def test_applied_again_nothing_is_made_twice_and_once_published_all_reads_the_same(wrong):
    reread(apply=True)
    out, _ = reread(apply=True)
    assert "第 2 版草稿还没有发布" in out
    assert Disclosure.objects.count() == 2
    proposed = Disclosure.objects.get(revision=2)
    submit(proposed)
    publish(proposed)
    assert reread(apply=True) == ("重读 1 份，0 份有不同，其中 0 份是已发布的数字。\n", "")


def test_a_draft_that_nobody_touched_is_read_anew():
    draft = imported(OlderReader)
    out, error = reread(apply=True)
    assert error == ""
    assert "草稿已经按新的读法改好" in out
    draft.refresh_from_db()
    assert (draft.revision, basic(draft)) == (1, BASIC)
    assert reread()[0].startswith("重读 1 份，0 份有不同")


def test_work_by_hand_on_a_draft_is_lost_only_by_force():
    draft = imported()
    Expenditure.objects.filter(disclosure=draft, code="2010301").update(name="手工改的名称", total_expenditure=None)
    out, _ = reread(apply=True)
    assert "公开03 支出决算表 2010301 行政运行 本年支出合计：无 → 448.21" in out
    assert "没有改动：它可能有手工改动" in out
    assert basic(draft) == ""
    out, _ = reread(apply=True, force=True)
    assert "草稿已经按新的读法改好" in out
    assert basic(draft) == BASIC


def test_what_was_imported_before_edits_were_known_counts_as_edited():
    imported(OlderReader)
    ReadingReport.objects.update(digest="")
    assert "没有改动：它可能有手工改动" in reread(apply=True)[0]


def test_what_waits_to_be_published_is_told_and_left():
    submit(imported(OlderReader))
    out, error = reread(apply=True)
    assert error == ""
    assert "没有改动：它待发布" in out
    assert basic(Disclosure.objects.get()) == "448.20"


def test_a_source_that_cannot_be_read_any_more_is_a_difference_and_changes_nothing(settings):
    published = imported(published=True)
    settings.READING_LIMITS = {"cells": 10}
    out, error = reread(apply=True)
    assert "现在读不进来：fushun-petition-office-2023.xlsx 太大" in out
    assert "没有改动：现在的读法不能导入这份文件" in out
    assert error
    assert list(Disclosure.objects.all()) == [published]


def test_new_and_former_problems_are_told():
    imported()
    report = ReadingReport.objects.get()
    gone = {"level": "warning", "place": "01!A1", "text": "", "message": "以前的问题。"}
    unread = {"place": "01!B9", "text": "以前没读的"}
    report.content |= {"problems": [*report.content["problems"], gone], "unread": [unread]}
    report.save()
    out, _ = reread()
    assert "不再有的问题 01!A1：以前的问题。" in out
    assert "不再未读 01!B9：以前没读的" in out


def test_only_what_has_a_source_and_was_asked_for_is_read():
    imported()
    build_disclosure(year=2022)
    assert reread(UNIT)[0].startswith("重读 1 份")
    assert reread(UNIT, 2022)[0].startswith("重读 0 份")
    assert "不是单位代号" in reread("某单位")[1]
