"""Matters that the text alone tells: of one disclosure, across units and years, in files."""

import csv
import io
import zipfile

import pytest
from django.http import QueryDict

from disclosures.addresses import links
from disclosures.checks.narrative.matters import GROUPS, MATTERS
from disclosures.pages.matters.listing import matters_page
from disclosures.publication import workflow
from disclosures.publication.totals.models import OtherMatter
from disclosures.statements.models import Chapter, Disclosure, Paragraph
from tests.answers import public_answer, public_page
from tests.building import build_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db

PROCUREMENT = "政府采购支出总额30.50万元，其中：政府采购货物支出20.00万元、政府采购服务支出10.50万元。"
SECTIONS = (
    (2, "五、机关运行经费支出情况"),
    (0, "{year}年度机关运行经费支出{running}万元。"),
    (2, "六、政府采购支出情况"),
    (0, "{year}年度" + PROCUREMENT),
    (2, "七、国有资产占用情况"),
    (0, "截至{year}年12月31日，共有车辆{vehicles}辆。"),
)
UNIT, OTHER = "抚顺市信访局", "另一单位"
BY_RUNNING = [(OTHER, 2023, "1,000.50万元"), (UNIT, 2023, "121.12万元"), (UNIT, 2022, "99.00万元")]


def published_with(running: str, vehicles: int, **kwargs) -> Disclosure:
    """A published disclosure whose text tells of other matters."""
    draft = build_disclosure(**kwargs)
    last = Paragraph.objects.filter(disclosure=draft).count()
    for position, (level, text) in enumerate(SECTIONS, start=last + 1):
        text = text.format(year=draft.year, running=running, vehicles=vehicles)
        Paragraph.objects.create(
            disclosure=draft, position=position, chapter=Chapter.EXPLANATION, level=level, text=text
        )
    workflow.submit(draft)
    workflow.publish(draft)
    return draft


@once
def several():
    published_with("121.12", 2)
    published_with("99.00", 3, year=2022)
    published_with("1,000.50", 12, unit_code="011002", unit_name=OTHER)


def test_what_the_text_tells_is_kept_exactly_with_its_place(several):
    kept = {one.matter: one for one in OtherMatter.objects.filter(year=2023, disclosure__unit__code="011001")}
    told = {key: (str(one.value.normalize()), one.text) for key, one in kept.items()}
    assert told["agency_running"] == ("1.2112E+6", "121.12万元")
    assert told["procurement:services"] == ("1.05E+5", "10.50万元")
    assert told["vehicles"] == ("2", "2辆")
    paragraph = Paragraph.objects.get(disclosure=kept["vehicles"].disclosure, position=kept["vehicles"].paragraph)
    assert paragraph.text[kept["vehicles"].start :].startswith("2辆")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", BY_RUNNING),
        ("matter=vehicles&year=2022", [(UNIT, 2022, "3辆")]),
        ("matter=vehicles&sort=unit", [(UNIT, 2023, "2辆"), (UNIT, 2022, "3辆"), (OTHER, 2023, "12辆")]),
        ("matter=nonsense&page=9", BY_RUNNING),
        ("matter=training", []),
    ],
)
def test_units_and_years_stand_beside_each_other(query, expected, several):
    assert [(row.owner, row.year, row.text) for row in matters_page(QueryDict(query)).page.rows] == expected


def test_amounts_stand_in_one_unit_beside_what_was_printed(several):
    published_with("121.12", 2, year=2021)
    figure = OtherMatter.objects.get(matter="agency_running", year=2021)
    OtherMatter.objects.filter(pk=figure.pk).update(text="1211200.00元")
    rows = matters_page(QueryDict("year=2021")).page.rows
    assert [(row.text, row.in_wan) for row in rows] == [("1211200.00元", "121.12")]
    for query in ("year=2022", "matter=vehicles"):  # printed in 万元, or no amount
        assert {row.in_wan for row in matters_page(QueryDict(query)).page.rows} == {""}


def test_a_disclosure_shows_its_own_and_leads_to_the_sentence(client, several):
    page = public_page(client, "/units/210400-011001/2023/matters/")
    kept = OtherMatter.objects.get(matter="vehicles", year=2023, disclosure__unit__code="011001")
    assert f"/units/210400-011001/2023/narrative/#p{kept.paragraph}.{kept.start}" in page
    assert "/matters/?matter=vehicles" in page
    assert f'id="p{kept.paragraph}.{kept.start}"' in public_page(client, "/units/210400-011001/2023/narrative/")


def test_a_text_that_tells_none_says_so(client, published_2023):
    assert "没有认出" in public_page(client, "/units/210400-011001/2023/matters/")


def test_what_is_current_no_longer_is_not_compared(several):
    workflow.withdraw(Disclosure.objects.get(unit__code="011002"), "有误")
    assert not OtherMatter.objects.filter(disclosure__unit__code="011002").exists()


def test_the_archive_has_them_as_a_list(client, several):
    disclosure = Disclosure.objects.get(unit__code="011001", year=2022)
    answer = public_answer(client, links.of(disclosure).archive())
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        rows = list(csv.reader(io.StringIO(files.read("matters.csv").decode("utf-8-sig"))))
    assert rows[-1][:5] == ["vehicles", "车辆", "3辆", "3", ""]
    assert {len(row) for row in rows} == {6}


def test_every_matter_is_in_one_group():
    assert sum(len(group.subjects) for group in GROUPS) == len(MATTERS)
    assert not [key for key, subject in MATTERS.items() if not subject.title]
