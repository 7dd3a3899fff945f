"""What the pages of one disclosure, and of the site, give to their components; made by the same functions."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.http import QueryDict

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey
from disclosures.checks.keeping import report_of
from disclosures.pages.attention.noticing import load_for_noting
from disclosures.pages.changes.newer import newer_table
from disclosures.pages.changes.page import changes_of
from disclosures.pages.checks.marks import form_marks, row_marks
from disclosures.pages.checks.page import checks_page
from disclosures.pages.checks.rules import rules_page
from disclosures.pages.cite.page import cite_table
from disclosures.pages.code.classes import codes_page
from disclosures.pages.code.doubts import Doubt
from disclosures.pages.code.history import Note
from disclosures.pages.code.page import code_page
from disclosures.pages.compare.averages import Average, AverageCell, Printed
from disclosures.pages.compare.page import compare_page
from disclosures.pages.compare.rows import CompareCell
from disclosures.pages.forms import all_forms
from disclosures.pages.front.attention import attention_of
from disclosures.pages.front.page import front_of
from disclosures.pages.home import page as shelf
from disclosures.pages.performance.chart import performance_chart
from disclosures.pages.performance.forms import form_page
from disclosures.pages.search.page import search_page
from disclosures.pages.shared.frame import frame_of
from disclosures.pages.shared.timeliness import Timeliness
from disclosures.pages.shortfalls import shortfalls_page
from disclosures.pages.table.chart import table_chart
from disclosures.pages.table.columns import Around, panel_tables
from disclosures.pages.table.explained import explained
from disclosures.pages.table.page import table_page
from disclosures.pages.text.page import narrative_of
from disclosures.pages.unit.chart import years_chart
from disclosures.pages.unit.listing import units_page
from disclosures.pages.unit.page import unit_page
from disclosures.pages.unit.successors import successors_of
from disclosures.publication.current import PLACE, published
from disclosures.statements.models import Disclosure, State
from disclosures.tables.selection import Selection

SECTION, CODE = "20103", "2010301"  # codes that nearly every unit has
MOVED = "2010308"  # one whose history is known


@dataclass(frozen=True)
class Sample:
    """A published disclosure, and a replaced one where there is any."""

    disclosure: Disclosure
    older: Disclosure | None

    @classmethod
    def find(cls) -> "Sample | None":
        """The newest ones; None before anything is published."""
        newest = published().order_by("-revision", "-published_at").first()
        replaced = Disclosure.objects.filter(state=State.SUPERSEDED).select_related(PLACE)
        return cls(newest, replaced.order_by("-published_at").first()) if newest else None

    @cached_property
    def frame(self):
        return frame_of(self.disclosure, EditionKey(self.disclosure.year))

    def key(self, *parts: str) -> str:
        return "-".join((str(links.key_of(self.disclosure.unit)), str(self.disclosure.year), *parts))


def table(number: str, code: str = "") -> Callable[[Sample], dict]:
    """A table, with a code in focus where one is named."""

    def context(sample: Sample) -> dict:
        disclosure, frame = sample.disclosure, sample.frame
        page = table_page(disclosure, EditionKey(disclosure.year), number, Selection(code=code))
        around = Around(row_marks(disclosure, frame.links, number), explained(disclosure, page.table))
        panels = panel_tables(page, around)
        chart = table_chart(page, frame.links)
        shown = {"frame": frame, "page": page, "panels": panels, "explained": around.explained, "chart": chart}
        return shown | {"sentence": page.sentence, "table": page.table, "picture": chart and chart.picture}

    return context


def panel(number: str) -> Callable[[Sample], dict]:
    """The first panel of a table; there, `table` is what django-tables2 makes of it."""

    def context(sample: Sample) -> dict:
        shown = table(number)(sample)
        return shown | {"table": shown["panels"][0]}

    return context


def front(sample: Sample) -> dict:
    """The front page."""
    loaded = load_for_noting(sample.disclosure)
    given = sample.disclosure, report_of(sample.disclosure), sample.frame.links, loaded
    shown, attention = front_of(*given), attention_of(*given)
    hundred = {"title": "每 100 元花在哪里", "shares": shown.hundred, "unit": shown.flow.unit}
    noticed = next(iter(attention.noticed), None)
    return {"frame": sample.frame, "front": shown, "attention": attention, "noticed": noticed, **hundred}


def form(sample: Sample) -> dict:
    """The first self-evaluation, with the list of all."""
    disclosure, pages = sample.disclosure, sample.frame.links
    page = form_page(disclosure, pages, 1)
    if page is None:
        return {}
    chart, marks = performance_chart(page, pages), form_marks(disclosure, pages, page.form.position)
    shown = {"frame": sample.frame, "page": page, "chart": chart, "marks": marks}
    return shown | {"forms": page.forms, "current": 1, "picture": chart and chart.picture}


def checks(sample: Sample) -> dict:
    """What was found."""
    page = checks_page(sample.disclosure, sample.frame.links, "")
    kind, group = next(iter(page.kinds), None), next(iter(page.groups), None)
    return {"frame": sample.frame, "page": page, "kind": kind, "group": group, "counts": page.found}


def rules(sample: Sample) -> dict:
    page = rules_page()
    return {"entry": page.kinds[0][1][0], "notice": page.notices[0]}


def words(sample: Sample) -> dict:
    """The longest section of the text."""
    sections = [section for chapter in narrative_of(sample.disclosure).chapters for section in chapter.sections]
    return {"section": max(sections, key=lambda section: len(section.paragraphs), default=None)}


def citation(sample: Sample) -> dict:
    return {"frame": sample.frame, "cite": cite_table(sample.disclosure, "03", {}, "https://example.org")}


def correction(sample: Sample) -> dict:
    """A replaced revision beside the one that replaced it."""
    older = sample.older
    if older is None:
        return {}
    frame = frame_of(older, EditionKey(older.year, older.revision))
    changes, page = changes_of(older), table_page(older, frame.links.edition, "03", Selection())
    if changes is None:
        return {}
    entries = changes.groups[0].entries[:6] if changes.groups else ()
    newer = newer_table(page.table, page.loaded, frame.newer)
    return {"frame": frame, "changes": changes, "entries": entries, "newer": newer}


def home(sample: Sample) -> dict:
    page = shelf.home()
    return {"volumes": page.latest[:5], "unit": page.unit, "questions": page.questions}


def unit(sample: Sample) -> dict:
    page = unit_page(links.key_of(sample.disclosure.unit))
    chart, row = years_chart(page), page.rows[0]
    shown = {"page": page, "crumbs": page.crumbs, "chart": chart, "picture": chart and chart.picture}
    return shown | {"found": row.found, "href": row.checks_href}


def units(sample: Sample) -> dict:
    page = units_page({})
    return {"page": page, "tools": page.tools, "regions": page.regions, "address": page.address, "feed": page.feed}


def former_region(sample: Sample) -> dict:
    """A region as if its code had ended with the year that is shown."""
    region = copy(sample.disclosure.unit.region)
    region.last_year = region.last_year or sample.disclosure.year
    return {"successors": successors_of(region)}


def pager(sample: Sample) -> dict:
    """A list that goes on before and after, wherever this one ends."""
    page = units_page({}).page
    return {"page": replace(page, last=3, previous="#previous", next="#next")}


def code(sample: Sample) -> dict:
    page = code_page("functional", SECTION, {})
    return {"page": page, "rows": page.children} if page else {}


def renamed_code(sample: Sample) -> dict:
    """A code that moved, with the misprint of another, as if it were printed for this one."""
    page = code_page("functional", MOVED, {})
    printed = Doubt(Note("有文件印的是另一个编码的名称：", SECTION, "#"), (("某局", "#"),))
    return {"page": replace(page, doubts=page.doubts or (printed,))} if page else {}


def classes(sample: Sample) -> dict:
    page = codes_page({})
    return {"page": page, "rows": page.schemes[0].classes}


def compared(sample: Sample) -> dict:
    """The disclosure alone, with an average that is made up: few texts print counts."""
    page = compare_page(QueryDict(f"a={sample.key()}&table=03"))
    printed = Printed(Decimal(42400), "42,400.00 元", "#"), Printed(Decimal(8), "8批次", "#")
    made_up = Average("每批公务接待", (AverageCell("5,300.00", Decimal(5300), *printed, Decimal(100)),))
    return {"page": replace(page, averages=page.averages or (made_up,))}


def difference(sample: Sample) -> dict:
    return {"cell": CompareCell("1,500.96", difference="多 1,487.07", words="约 108 倍")}


def search_results(sample: Sample) -> dict:
    """What the unit's name finds."""
    page = search_page({"q": sample.disclosure.unit_name[:4]})
    return {"page": page, "result": page.groups[0].results[0] if page.groups else None}


def missed(sample: Sample) -> dict:
    rows = shortfalls_page({}).page.rows
    return {"indicator": rows[0].indicator} if rows else {}


def forms(sample: Sample) -> dict:
    return {"panel": all_forms()[2].table.panels[0]}


def in_time(sample: Sample) -> dict:
    """Days that are made up: few documents name both."""
    return {"timeliness": Timeliness(date(2024, 8, 12), date(2024, 8, 30), 18)}
