"""The indicators of a performance form: what was scored of the weight, what was reached of the target."""

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.charts.chart import Chart, chart_of
from disclosures.pages.charts.shapes import Score, Scores
from disclosures.tables.performance.forms import FormPage
from disclosures.tables.performance.indicators import Indicator


def scores_of(page: FormPage) -> Scores | None:
    """Every indicator that has numbers to draw; None where none has."""
    indicators = [indicator for group in page.groups for _, part in group.parts for indicator in part]
    scores = tuple(
        _score(indicator)
        for indicator in indicators
        if indicator.score.share is not None or indicator.reached is not None
    )
    return Scores(scores) if scores else None


def _score(indicator: Indicator) -> Score:
    return Score(
        title=indicator.name,
        scored=indicator.score.share,
        points=f"{indicator.score.printed or '·'} / {indicator.score.weight or '·'}",
        reached=indicator.reached,
        against=_("{actual}（目标 {target}）").format(actual=indicator.actual or "·", target=indicator.target or "·"),
        href=f"#{indicator.anchor}",
    )


def performance_chart(page: FormPage, pages: DisclosureLinks) -> Chart | None:
    """The indicators of one form; None where none has numbers."""
    drawing = scores_of(page)
    if drawing is None:
        return None
    hint = _("竖线是达到目标的地方")
    if any(score.is_broken for score in drawing.scores):
        hint += _("；断开的条比画的长，以数为准")
    return chart_of(drawing, _("得分和完成"), hint, pages.performance_chart(page.head.number))
