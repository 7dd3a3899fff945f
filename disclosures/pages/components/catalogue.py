"""The catalogue of components: each by its template, with the page that it is taken from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from disclosures.pages.components import readers, stages, standing
from disclosures.pages.components.stages import Sample


@dataclass(frozen=True)
class Component:
    """A template, and what gives it something to show; smaller ones are seen within those that include them."""

    group: str
    template: str
    stage: Callable[[Sample], dict]


@dataclass(frozen=True)
class Shown:
    """A component as it looks; `html` is "" where nothing published gives an example."""

    group: str
    template: str
    html: SafeString | str


def _of(group: str, stage: Callable[[Sample], dict], *templates: str) -> tuple[Component, ...]:
    return tuple(Component(group, f"{name}.html", stage) for name in templates)


TABLE, FRONT, FORM, CHECKS, SITE, PICTURES = "表", "首页", "绩效", "核对", "全站", "图"

COMPONENTS = (
    *_of(SITE, stages.unit, "_crumbs"),
    *_of(SITE, stages.home, "pages/_volumes", "pages/_questions"),
    *_of(SITE, stages.units, "pages/_choices", "pages/units/_regions", "pages/units/_list", "pages/_list_files"),
    *_of(SITE, stages.units, "pages/_feed"),
    *_of(SITE, stages.former_region, "pages/units/_successors"),
    *_of(SITE, stages.pager, "pages/_pager"),
    *_of(SITE, stages.unit, "pages/units/_measures", "pages/units/_years", "pages/units/_found"),
    *_of(SITE, stages.unit, "pages/units/_standing"),
    *_of(SITE, standing.priced, "pages/units/_prices"),
    *_of(SITE, standing.kinds, "pages/kinds/_register"),
    *_of(SITE, stages.in_time, "pages/_timeliness", "pages/units/_timeliness"),
    *_of(SITE, stages.classes, "pages/codes/_sums"),
    *_of(SITE, stages.code, "pages/codes/_years", "pages/codes/_spenders"),
    *_of(SITE, standing.spread, "pages/codes/_groups", "pages/standing/_strips"),
    *_of(SITE, stages.renamed_code, "pages/codes/_history", "pages/codes/_doubts"),
    *_of(SITE, stages.compared, "pages/compare/_rows", "pages/compare/_more", "pages/compare/_averages"),
    *_of(SITE, stages.difference, "pages/compare/_difference"),
    *_of(SITE, stages.search_results, "pages/search/_result", "pages/search/_how", "pages/search/_filters"),
    *_of(SITE, readers.direct_answers, "pages/search/_answers"),
    *_of(SITE, stages.missed, "pages/_shortfall"),
    *_of(SITE, stages.words, "pages/_section"),
    *_of(SITE, readers.answered, "pages/questions/_answered"),
    *_of(SITE, readers.years_to_take, "pages/data/_programs", "pages/data/_webhooks"),
    *_of(SITE, readers.parameters, "exports/_parts"),
    *_of(FRONT, stages.front, "pages/front/_figures", "pages/front/_hundred", "pages/front/_flow"),
    *_of(FRONT, stages.front, "pages/front/_attention", "pages/front/_performance", "pages/front/_contents"),
    *_of(FRONT, stages.front, "pages/front/_noticed", "pages/front/_checked", "pages/front/_dataset"),
    *_of(FRONT, readers.sheet("money"), "pages/reading/_money"),
    *_of(FRONT, readers.sheet("expenses"), "pages/reading/_expenses"),
    *_of(FRONT, readers.sheet("shares"), "pages/reading/_shares"),
    *_of(FRONT, readers.sheet("projects"), "pages/reading/_projects"),
    *_of(TABLE, stages.table("03", stages.CODE), "pages/_sentence", "pages/tables/_tools", "pages/tables/_focus"),
    *_of(TABLE, readers.slim, "pages/_slim"),
    *_of(TABLE, stages.panel("03"), "pages/tables/panel"),
    *_of(TABLE, stages.table("06"), "pages/tables/_foot"),
    *_of(TABLE, stages.table("03"), "pages/tables/_popovers", "pages/tables/_cell", "pages/_chart", "_card"),
    *_of(TABLE, stages.forms, "pages/forms/_panel"),
    *_of(TABLE, stages.citation, "pages/citing/_choose", "pages/citing/_frames"),
    *_of(TABLE, stages.correction, "pages/revisions/_newer", "pages/revisions/_entries", "pages/front/_changes"),
    *_of(FORM, stages.form, "pages/_forms_list", "pages/_tasks", "pages/_indicators"),
    *_of(
        CHECKS,
        stages.checks,
        "pages/checks/_counts",
        "pages/checks/_kind",
        "pages/checks/_group",
        "pages/checks/_legend",
    ),
    *_of(CHECKS, stages.rules, "pages/checks/_rule", "pages/checks/_notice"),
    *_of(PICTURES, stages.table("03"), "pages/pictures/tiles"),
    *_of(PICTURES, stages.table("01"), "pages/pictures/flow"),
    *_of(PICTURES, stages.table("06"), "pages/pictures/bars"),
    *_of(PICTURES, stages.form, "pages/pictures/scores"),
    *_of(PICTURES, stages.unit, "pages/pictures/courses"),
)


def shown(request: HttpRequest) -> list[tuple[str, list[Shown]]]:
    """All components in their groups; none before anything is published."""
    sample = Sample.find()
    rendered = _rendered(sample, request) if sample else ()
    order = {group: number for number, group in enumerate((SITE, FRONT, TABLE, FORM, CHECKS, PICTURES))}
    by_group = sorted(rendered, key=lambda each: order[each.group])
    return [(group, list(examples)) for group, examples in groupby(by_group, key=lambda each: each.group)]


def _rendered(sample: Sample, request: HttpRequest) -> Iterator[Shown]:
    """Each with the context that its page would give it; a stage without an example gives none."""
    contexts: dict[Callable, dict] = {}
    for component in COMPONENTS:
        if component.stage not in contexts:
            contexts[component.stage] = component.stage(sample)
        context = contexts[component.stage]
        is_picture = component.group == PICTURES
        has_example = bool(context and (not is_picture or context.get("picture")))
        yield Shown(
            component.group,
            component.template,
            render_to_string(component.template, context, request) if has_example else "",
        )
