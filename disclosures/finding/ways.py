"""Pages of the site that a question asks for: a list, a ranking, the units of a place, the list of what was found."""

from collections.abc import Callable, Iterable, Iterator

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.classification.codes import ECONOMIC, FUNCTIONAL
from disclosures.classification.models import Region
from disclosures.finding.answers import PAGE, Answer
from disclosures.finding.front_door import QUESTIONS, elsewhere
from disclosures.publication.current import published
from disclosures.publication.regions import is_published_in
from disclosures.publication.search.words.asked import Asked
from disclosures.publication.search.words.lists import MATTER, TABLE, Figure, Says
from disclosures.statements.models import BasicExpenditure, Chapter, Expenditure, ThreePublicExpenses, Unit
from disclosures.statements.terms import place_words, unit_words

UNITS = "units"
_KINDS_OF_PLACES = ("", "省", "市", "区", "县", "自治区", "自治州", "自治县", "盟", "旗")
_QUESTION_OF_ROW = {question.row: question for question in QUESTIONS.values()}

# By what `pages.csv` calls them, beside the questions that other pages answer: what the page is called, its address,
# and what it says there.
_PAGES: dict[str, tuple[str | Promise, Callable[[], str], str | Promise]] = {
    UNITS: (gettext_lazy("有哪些单位"), links.units, gettext_lazy("按地区和编码")),
    "published": (gettext_lazy("谁在什么时候公开"), lambda: reverse("publications"), gettext_lazy("各单位的公开日期")),
    "regions": (gettext_lazy("哪些地区有单位公开"), lambda: reverse("regions"), gettext_lazy("省、市、县")),
    "data": (gettext_lazy("数据和下载"), links.data, gettext_lazy("文件、接口和引用方法")),
    "forms": (gettext_lazy("决算公开的九张表"), links.forms, gettext_lazy("每张表有哪些栏目")),
    "glossary": (gettext_lazy("名词解释"), links.glossary, gettext_lazy("各单位决算里的解释")),
    "rules": (gettext_lazy("怎样核对"), links.rules, gettext_lazy("每条规则和查出的问题")),
    "compare": (gettext_lazy("比一比"), links.compare, gettext_lazy("几个单位、几个年度并排看")),
}

# The pages that a disclosure has of its own, for the same and for what only a disclosure can tell.
_OWN: dict[str, tuple[str | Promise, Callable[[links.DisclosureLinks], str]]] = {
    "missed": (gettext_lazy("绩效自评"), links.DisclosureLinks.performance),
    "findings": (gettext_lazy("核对"), links.DisclosureLinks.checks),
    "performance": (gettext_lazy("绩效自评"), links.DisclosureLinks.performance),
    "duties": (gettext_lazy("单位概况"), lambda own: f"{own.narrative()}#{Chapter.OVERVIEW}"),
    "scope": (gettext_lazy("单位概况"), lambda own: f"{own.narrative()}#{Chapter.OVERVIEW}"),
    "glossary": (gettext_lazy("名词解释"), lambda own: f"{own.narrative()}#{Chapter.GLOSSARY}"),
}


def of_pages(asked: Asked, units: Iterable[Unit]) -> tuple[Answer, ...]:
    """The page that is asked for; that of a place or of a unit, where one is named. No query but one for these."""
    if asked.page == UNITS and (region := _region(asked.rest)):
        return (
            Answer(PAGE, links.units(region.code), _("{region}有哪些单位").format(region=place_words(region.name))),
        )
    own = tuple(_own(asked.page, units)) if asked.page in _OWN else ()
    if answered := elsewhere().get(asked.page):
        return own or (Answer(PAGE, answered[1], str(answered[0])),)
    if own or asked.page not in _PAGES:
        return own
    title, address, place = _PAGES[asked.page]
    return (Answer(PAGE, address(), str(title), place=str(place)),)


def _own(page: str, units: Iterable[Unit]) -> Iterator[Answer]:
    """That page of the newest year of each unit."""
    title, address = _OWN[page]
    newest = {one.unit_id: one for one in published().filter(unit__in=units).order_by("year")}
    for one in newest.values():
        office = unit_words(one.unit.name)
        name = _("{unit_name} {year} 年{figure}").format(unit_name=office, year=one.year, figure=title)
        place = place_words(one.unit.region.full_name)
        yield Answer(PAGE, address(links.of(one)), name, place=place, unit=one.unit, disclosure=one)


def of_most(asked: Asked) -> tuple[Answer, ...]:
    """Who has the most of what is named: the page on which all units stand in that order; no query."""
    if not asked.says(Says.MOST):
        return ()
    figures = [figure for one in asked.named for figure in one.figures]
    if not figures and asked.says(Says.SPENT):
        return (_most(_("支出"), elsewhere()["spent"][1]),)
    return tuple(_most(figure.name, address) for figure in dict.fromkeys(figures) if (address := _ranking(figure)))


def _most(name: str, address: str) -> Answer:
    return Answer("list", address, _("各单位{figure}，多的在前").format(figure=name))


def _ranking(figure: Figure) -> str:
    """The address of the page that ranks the figure; "" where none does."""
    place = figure.places[0]
    if place.kind == MATTER:
        return links.matters(f"matter={place.key}")
    if place.kind != TABLE:
        return ""
    if place.key == ThreePublicExpenses.number and place.row in _QUESTION_OF_ROW:
        return _QUESTION_OF_ROW[place.row].href
    if place.row.isdigit():
        scheme = ECONOMIC if place.key == BasicExpenditure.number else FUNCTIONAL
        return links.code(scheme, place.row)
    return elsewhere()["spent"][1] if place.key == Expenditure.number else ""


def _region(rest: tuple[str, ...]) -> Region | None:
    """The place of that name with or without what places end with, the widest that has units; one query, and one for
    each place that is called so.
    """
    if len(rest) != 1:
        return None
    names = [rest[0] + kind for kind in _KINDS_OF_PLACES]
    called = Region.objects.filter(name__in=names).order_by("code")
    return next((region for region in called if is_published_in(region)), None)
