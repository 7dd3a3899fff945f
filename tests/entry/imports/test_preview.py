"""The preview beside a draft: every difference with both values, pieces taken one by one, the rest left alone."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.contrib.auth.models import User
from openpyxl import load_workbook

from disclosures.entry.imports.taking.accepting import CHANGED
from disclosures.entry.models import Progress, UploadedFile
from disclosures.intake.models import ReadingReport
from disclosures.publication import workflow
from disclosures.publication.digest import digest
from disclosures.statements.models import (
    STATEMENTS,
    Disclosure,
    Duty,
    Expenditure,
    PerformanceForm,
    PerformanceIndicator,
    State,
    StatementHead,
    Term,
)
from tests.building import build_disclosure
from tests.entry.imports.uploading import NAME, SAMPLE, WHOLE, sample_unit, summary, taken, uploaded
from tests.once import once
from tests.signed_in import StaffClient


@pytest.fixture
def clerk(admin_client, db):
    sample_unit()
    return admin_client


@once
def draft():
    """What the whole of the sample's workbook makes."""
    sample_unit()
    clerk = StaffClient()
    clerk.force_login(User.objects.create_superuser("admin"))  # pytest-django's administrator is the one of that name
    taken(clerk, uploaded(clerk, SAMPLE.read_bytes()))
    return Disclosure.objects.get()


def again(clerk):
    return uploaded(clerk, SAMPLE.read_bytes(), "又一次.xlsx")


def line(draft, code="2080505"):
    return Expenditure.objects.get(disclosure=draft, code=code)


def test_the_same_file_again_differs_nowhere(clerk, draft):
    states = summary(clerk, again(clerk))
    assert {states[number] for number in STATEMENTS} == {"一致"}
    assert states["自评表 1"] == "一致"
    assert states["文字说明"] == "未读到，草稿里也没有"


def test_each_difference_is_told_with_both_values_at_its_place(clerk, draft):
    changed, gone = line(draft), line(draft, "2010308")
    Expenditure.objects.filter(pk=changed.pk).update(basic_expenditure=Decimal("1234500.00"))
    Expenditure.objects.filter(pk=gone.pk).delete()
    Duty.objects.create(disclosure=draft, position=1, text="信访工作。")
    page = again(clerk)
    assert summary(clerk, page)["03"] == "有 2 处不同"
    answer = clerk.get(page)
    shown = {one.piece.key: one for one in answer.context["shown"]}
    figures = [entry for entry in shown["03"].piece.entries if entry.is_figure]
    assert [(entry.before.text, entry.after.text) for entry in figures] == [
        ("123.45", changed.text("basic_expenditure", draft.precision))
    ]
    anchor = figures[0].after.href.removeprefix("#")
    assert f'id="{anchor}"' in answer.text
    assert shown["03"].stored.cells == {anchor: "123.45"}
    assert "草稿里没有这一行" in answer.text
    assert summary(clerk, page)["主要职责"] == "未读到"


def test_only_what_is_taken_is_replaced(clerk, draft):
    Expenditure.objects.filter(pk=line(draft).pk).update(basic_expenditure=Decimal(1))
    StatementHead.objects.filter(disclosure=draft, number="05").update(notes="手工写的")
    form = PerformanceForm.objects.filter(disclosure=draft).order_by("position")[1]
    PerformanceIndicator.objects.filter(form=form).first().delete()
    count = PerformanceIndicator.objects.filter(disclosure=draft).count()
    answer = taken(clerk, again(clerk), "03")
    assert "已存为草稿" in answer
    assert line(draft).basic_expenditure != Decimal(1)
    assert StatementHead.objects.get(disclosure=draft, number="05").notes == "手工写的"
    assert PerformanceIndicator.objects.filter(disclosure=draft).count() == count
    upload = UploadedFile.objects.latest("pk")
    assert (upload.disclosure, upload.message.startswith("取用了 03。没有取用 01、02")) == (draft, True)
    taken(clerk, uploaded(clerk, SAMPLE.read_bytes(), "第三次.xlsx"), "form-2")
    assert PerformanceIndicator.objects.filter(disclosure=draft).count() == count + 1
    positions = PerformanceIndicator.objects.filter(disclosure=draft).order_by("form__position", "position")
    assert list(positions.values_list("position", flat=True)) == list(range(1, count + 2))
    names = PerformanceForm.objects.filter(disclosure=draft).order_by("position").values_list("name", flat=True)
    assert names[1] == form.name


def test_eight_tables_make_a_draft_and_the_text_of_another_file_joins_them(clerk):
    page = uploaded(clerk, SAMPLE.read_bytes())
    taken(clerk, page, *(number for number in STATEMENTS if number != "09"))
    draft = Disclosure.objects.get()
    heads = StatementHead.objects.filter(disclosure=draft)
    assert list(heads.order_by("position").values_list("number", flat=True)) == [f"0{n}" for n in range(1, 9)]
    assert not PerformanceForm.objects.exists()
    taken(clerk, uploaded(clerk, WHOLE.read_bytes(), "说明.txt"), "text", "duties", "terms")
    draft.refresh_from_db()
    assert draft.source.name.endswith(".files.zip")
    assert line(draft).place.startswith("《决算.xlsx》")
    assert Term.objects.filter(disclosure=draft).first().place.startswith("《说明.txt》")
    places = [problem["place"] for problem in ReadingReport.objects.get(disclosure=draft).content["problems"]]
    assert any(place.startswith("《决算.xlsx》") for place in places)
    assert any(place.startswith("《说明.txt》") for place in places)


def test_a_draft_that_changed_since_it_was_seen_is_left_alone(clerk, draft):
    page = again(clerk)
    seen = clerk.get(page).context["preview"].mark
    Duty.objects.create(disclosure=draft, position=1, text="信访工作。")
    before = digest(draft)
    answer = clerk.post(page, {"do": "all", "seen": seen}, follow=True).text
    assert CHANGED in answer
    assert digest(draft) == before
    assert UploadedFile.objects.latest("pk").state == Progress.READ
    assert "已存为草稿" in taken(clerk, page)


def test_what_is_published_stays_and_a_new_draft_takes_the_pieces(clerk, draft):
    workflow.submit(draft)
    page = again(clerk)
    assert "待发布，不能改动" in clerk.get(page).text
    workflow.publish(draft)
    published = digest(draft)
    assert "据它另建第 2 版草稿" in clerk.get(page).text
    taken(clerk, page, "03")
    draft.refresh_from_db()
    second = Disclosure.objects.get(revision=2)
    assert (draft.state, second.state, digest(draft)) == (State.PUBLISHED, State.DRAFT, published)
    assert second.lines("01").count() == draft.lines("01").count()


def test_a_table_in_another_unit_keeps_its_own(clerk):
    draft = build_disclosure(unit_name=NAME, amount_unit="元")
    page = uploaded(clerk, SAMPLE.read_bytes())
    taken(clerk, page, "03")
    draft.refresh_from_db()
    assert draft.amount_unit == "元"
    head = StatementHead.objects.get(disclosure=draft, number="03")
    assert head.amount_unit == "万元"
    assert line(draft).text("total_expenditure", head.precision_in(draft)) == "48.03"


def test_nothing_chosen_saves_nothing(clerk):
    page = uploaded(clerk, SAMPLE.read_bytes())
    assert (
        "没有选能取用的部分"
        in clerk.post(page, {"do": "some", "seen": clerk.get(page).context["preview"].mark}, follow=True).text
    )
    assert not Disclosure.objects.exists()


def test_an_error_in_one_table_stops_that_table_alone(clerk):
    book = load_workbook(SAMPLE)
    book["03支出决算表"]["D8"] = "一百二十"
    file = BytesIO()
    book.save(file)
    page = uploaded(clerk, file.getvalue())
    assert list(clerk.get(page).context["preview"].broken) == ["03"]
    assert "不能取用这一部分" in clerk.get(page).text
    assert "已存为草稿" in taken(clerk, page)
    draft = Disclosure.objects.get()
    assert not draft.lines("03").exists()
    assert draft.lines("05").exists()


def test_problems_lead_to_where_the_preview_shows_them(clerk):
    answer = clerk.get(uploaded(clerk, SAMPLE.read_bytes())).text
    assert '<a href="#part-08">08政府性基金预算财政拨款收入支出决算表</a>' in answer
    assert '<a href="#table-06-39908">' in answer
    assert 'id="table-06-39908"' in answer
    assert '<a href="#table-02-' in answer


def test_the_page_with_all_differences_takes_few_queries(clerk, draft, django_assert_max_num_queries):
    Expenditure.objects.filter(disclosure=draft).update(basic_expenditure=Decimal(1))
    page = again(clerk)
    with django_assert_max_num_queries(25):
        clerk.get(page)
