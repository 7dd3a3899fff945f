"""A draft of a scan is submitted once every doubt was compared with its picture, and by whom is kept."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.urls import reverse

from disclosures.audit.models import Change
from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import Document, Doubtful, Grid
from disclosures.documents.reading import read_document
from disclosures.publication.copying import copy_of
from disclosures.publication.digest import canonical_json, digest
from disclosures.publication.workflow import WorkflowError, publish, submit
from disclosures.statements.models import Disclosure, Expenditure
from disclosures.statements.scans.unclear import Settled, Unclear
from tests.entry.imports.uploading import sample_unit

SAMPLE = Path(__file__).parents[2] / "documents" / "fushun-petition-office-2023.pdf"
PICTURE = "iVBORw0KGgo="
SURE = Doubtful("第 14 页表 1 第 8 行第 5 格", "635.36", "辨认没有把握", PICTURE)  # a sum needs this very figure
WRONG = Doubtful("第 14 页表 1 第 21 行第 4 格", "40.07", "两次辨认不同，另一次认作 40.01", PICTURE)  # is 40.01
WORDS = Doubtful("第 14 页表 1 第 8 行第 2 格", "信访事务", "两次辨认不同，另一次认作 信访亊务", PICTURE)
PAGES = Doubtful("第 10–27 页", "", "是图片，由程序辨认")
NOT_YET = "从扫描件辨认的内容还有 {} 处看不清、没有核对；请对照图片逐处确认或改正。"

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(SAMPLE)


@pytest.fixture
def draft(monkeypatch, document):
    """The sample imported as if it had been scanned, with one figure misread."""
    items = [_misread(item) if isinstance(item, Grid) else item for item in document.items]
    scan = Document([*items, PAGES, SURE, WRONG, WORDS], None)
    monkeypatch.setattr(IsolatedReader, "read", lambda self, path: scan)
    sample_unit()
    call_command("import_document", SAMPLE, unit="210400-011001", year=2023)
    return Disclosure.objects.get()


def _misread(grid: Grid) -> Grid:
    rows = (
        tuple(cell._replace(text=WRONG.text) if cell.place == WRONG.place else cell for cell in row)
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))


def page_of(draft) -> str:
    return reverse("admin:statements_disclosure_unclear", args=[draft.pk])


def doubt(place: str) -> Unclear:
    return Unclear.objects.get(place=place)


def compare(client, draft, **typed):
    """Send the page as it was shown, with what is typed for a doubt: `seen` alone, or a figure besides."""
    shown = client.get(page_of(draft)).text
    data = dict(re.findall(r'name="(initial-doubt-[^"]+|doubt-\d+-figure)" value="([^"]*)"', shown))
    for name, (seen, *figure) in typed.items():
        key = f"doubt-{doubt(globals()[name].place).pk}"
        data[f"{key}-seen"] = seen
        if figure:
            data[f"{key}-figure"] = figure[0]
    return client.post(page_of(draft), data, follow=True)


def line():
    return Expenditure.objects.get(code="2210201")


def test_what_the_scan_left_in_doubt_is_kept_and_what_a_sum_confirms_is_settled(draft):
    kept = {one.place: one for one in Unclear.objects.all()}
    assert {place: one.settled for place, one in kept.items()} == {
        PAGES.place: Settled.NEEDLESS, SURE.place: Settled.BY_SUM, WRONG.place: "", WORDS.place: "",
    }  # fmt: skip
    assert kept[WRONG.place].seat == ("03", "2210201", "basic_expenditure")
    assert kept[SURE.place].figure == "6353600.00"
    assert kept[SURE.place].picture == PICTURE


def test_nobody_submits_it_before_all_is_compared(draft, admin_client, admin_user):
    for by in (None, admin_user):
        with pytest.raises(WorkflowError) as refused:
            submit(draft, by=by, reason="x")
        assert str(refused.value).count(NOT_YET.format(2)) == 1
    seen = admin_client.get(reverse("admin:statements_disclosure_checklist", args=[draft.pk])).text
    assert NOT_YET.format(2) in seen
    assert f'<a href="{page_of(draft)}">对照图片逐处核对</a>' in seen


def test_a_figure_is_confirmed_and_words_are_too_with_who_and_when(draft, admin_client, admin_user):
    seen = admin_client.get(page_of(draft)).text
    assert seen.count(f'<img src="data:image/png;base64,{PICTURE}"') == 3
    answer = compare(admin_client, draft, WRONG=("on",), WORDS=("confirmed",))
    assert "已核对 2 处。" in answer.text
    one = doubt(WRONG.place)
    assert (one.settled, one.figure, one.by, bool(one.at)) == (Settled.CONFIRMED, "400700.00", admin_user.pk, True)
    assert line().basic_expenditure == Decimal("400700.00")
    told = Change.objects.filter(model="statements.unclear", kind="changed")
    assert {change.by_name for change in told} == {admin_user.get_username()}
    submit(draft)


def test_another_figure_goes_into_the_draft(draft, admin_client):
    compare(admin_client, draft, WRONG=("on", "40.01"))
    assert (doubt(WRONG.place).settled, doubt(WRONG.place).figure) == (Settled.CORRECTED, "400100.00")
    assert line().basic_expenditure == Decimal("400100.00")
    assert NOT_YET.format(1) in "\n".join(_refusal(draft))


@pytest.mark.parametrize(("typed", "sentence"), [(("", "40.01"), "改过的数要打勾才保存。"), (("on", "4o.01"), "4o.01")])
def test_what_cannot_be_kept_is_told_at_its_place(draft, admin_client, typed, sentence):
    answer = compare(admin_client, draft, WRONG=typed)
    assert sentence in answer.text
    assert doubt(WRONG.place).settled == ""
    assert line().basic_expenditure == Decimal("400700.00")


def test_what_somebody_else_typed_meanwhile_is_not_lost(draft, admin_client):
    data = {f"doubt-{doubt(WRONG.place).pk}-{name}": value for name, value in (("seen", "on"), ("figure", "40.01"))}
    data[f"initial-doubt-{doubt(WRONG.place).pk}-figure"] = "40.00"
    answer = admin_client.post(page_of(draft), data)
    assert "别人把这个数改成了 40.07" in answer.text
    assert line().basic_expenditure == Decimal("400700.00")


def test_a_figure_that_is_changed_afterwards_is_in_doubt_again(draft, admin_client):
    compare(admin_client, draft, WRONG=("on",), WORDS=("confirmed",))
    changed = line()
    changed.basic_expenditure = Decimal("400200.00")
    changed.save()
    assert NOT_YET.format(1) in "\n".join(_refusal(draft))


def _refusal(draft) -> list[str]:
    with pytest.raises(WorkflowError) as refused:
        submit(draft)
    return str(refused.value).split("\n")


@pytest.fixture
def published(draft):
    for one in Unclear.objects.filter(settled=""):
        one.settled, one.by, one.by_name = Settled.CONFIRMED, 7, "王五"
        one.figure = "400700.00" if one.number else ""
        one.save()
    submit(draft)
    publish(draft)
    return draft


def test_pictures_are_in_the_digest_and_nobody_is(published):
    text = canonical_json(published)
    assert PICTURE in text
    assert "王五" not in text
    assert digest(published) == published.digest


def test_nothing_of_it_changes_once_it_is_submitted(published):
    one = doubt(WRONG.place)
    one.picture = "x"
    for change in (one.save, one.delete, Unclear(disclosure=published, position=9).save):
        with pytest.raises(DatabaseError, match="不能改动"), transaction.atomic():
            change()


def test_a_correction_begins_with_what_was_compared(published):
    draft = copy_of(published, revision=2)
    copied = Unclear.objects.filter(disclosure=draft).order_by("position").values_list("place", "settled", "picture")
    assert list(copied) == list(
        Unclear.objects.filter(disclosure=published).order_by("position").values_list("place", "settled", "picture")
    )


def test_a_reader_sees_the_picture_at_the_figure(published, client):
    seen = client.get("/units/210400-011001/2023/tables/03/").text
    cell = re.search(r'<td class="num" id="2210201\.2">.*?</td>', seen)[0]
    position = doubt(WRONG.place).position
    assert f'href="#picture-{position}"' in cell
    item = re.search(rf'<li id="picture-{position}">.*?</li>', seen, re.DOTALL)[0]
    assert f'<img src="data:image/png;base64,{PICTURE}"' in item
    assert "已由填报单位对照图片确认" in item
    assert "与其他数核对相符" in seen
    assert "第 10–27 页" in seen
    assert "王五" not in seen


def test_all_of_it_stands_beside_the_document(published, client):
    seen = client.get("/units/210400-011001/2023/source/").text
    assert seen.count("<img src=") == 3
    assert "信访事务" in seen


def test_a_document_that_was_not_scanned_says_nothing(published_2023, client):
    seen = client.get("/units/210400-011001/2023/tables/03/").text
    assert "扫描件" not in seen
    assert 'class="scanned"' not in seen
