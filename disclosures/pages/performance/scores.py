"""The indicators of a performance form: what was scored of the weight, what was reached of the target."""

from django.utils.translation import gettext as _

from disclosures.pages.charts.shapes import Score, Scores
from disclosures.pages.performance.forms import FormPage
from disclosures.pages.performance.indicators import Indicator


def scores_of(page: FormPage) -> Scores | None:
    """Every indicator that has numbers to draw; None where none has."""
    indicators = [one for group in page.groups for _, part in group.parts for one in part]
    scores = tuple(_score(one) for one in indicators if one.score.share is not None or one.reached is not None)
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
