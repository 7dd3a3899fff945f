"""Projects: money that was not spent, and indicators that were missed or cost points without a reason."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from disclosures.addresses.spots import finding_anchor, form_anchor
from disclosures.checks.performance.targets import target_of
from disclosures.checks.spots import FormSpot
from disclosures.pages.attention.notices import Found, Notice, Quote
from disclosures.pages.attention.reasons import LONGEST, reason_in
from disclosures.pages.attention.seen import Seen
from disclosures.pages.shared.sentences import Phrase, phrased, published
from disclosures.statements.models import PerformanceIndicator

UNEXPLAINED = "F3r"  # the rule of the checks that asks for reasons
HUNDRED = Decimal(100)
SHOWN = {"=": "", "＝": "", ">=": "≥", "<=": "≤"}


def unspent(notice: Notice, seen: Seen) -> Iterator[Found]:
    """Projects whose form says that much of the year's budget was left."""
    for number, form in seen.projects():
        budget, executed = form.form.budget, form.form.executed
        if not budget or executed is None:
            continue
        left, share = budget - executed, (executed / budget * HUNDRED).quantize(Decimal("0.01"), ROUND_HALF_UP)
        if share <= notice.share and left >= notice.least:
            href = seen.links.performance_form(number)
            spent, planned = seen.amount(executed, f"{href}#executed"), seen.amount(budget, f"{href}#budget")
            template = _("项目“{what}”全年预算 {budget}，花了 {spent}，剩下 {left}。")
            what, rest = published(form.form.name), seen.amount(left)
            sentence = phrased(template, what=what, budget=planned, spent=spent, left=rest)
            reason = reason_in(form.form.outcome)
            yield Found(f"form:{number}", sentence, left, Quote(reason, f"{href}#outcome") if reason else None)


def without_reason(notice: Notice, seen: Seen) -> Iterator[Found]:
    """Indicators that lost points or missed their target while the columns for reasons are blank."""
    broken = [one for one in seen.report.publicly_broken if one.rule == UNEXPLAINED]
    spots = {
        (one.left.spot.form, one.left.spot.item) for one in broken if one.left and isinstance(one.left.spot, FormSpot)
    }
    if spots:
        count = Phrase(str(len(spots)), f"{seen.links.checks()}#{finding_anchor(broken[0].key)}", strong=True)
        forms = Phrase(str(len({form for form, _item in spots})), seen.links.performance(), strong=True)
        template = _("{forms} 张自评表里有 {count} 项指标扣了分或没有达到目标，没有写明原因或改进措施。")
        yield Found("indicators", phrased(template, forms=forms, count=count), Decimal(len(spots)), needs_quote=False)


def far_missed(notice: Notice, seen: Seen) -> Iterator[Found]:
    """Indicators that reached little of their target, with the reason that the form gives."""
    for number, form in seen.forms.items():
        for indicator in form.indicators:
            completion = target.completion if (target := target_of(indicator)) else None
            if completion is None or completion * HUNDRED > notice.share or not any(indicator.deviation.values()):
                continue  # without a reason it is told above
            spot = FormSpot(indicator.place, form.form.position, "actual", "indicator", indicator.position)
            href = f"{seen.links.performance_form(number)}#{form_anchor(spot)}"
            yield Found(
                f"indicator:{number}:{indicator.position}",
                _missed(indicator, href),
                Decimal(1),
                _quote(indicator, href),
            )


def _missed(indicator: PerformanceIndicator, href: str) -> tuple[Phrase, ...]:
    operator = SHOWN.get(indicator.operator, indicator.operator)
    aim = Phrase(f"{operator} {indicator.target}{indicator.unit}".strip(), lang="zh-Hans")
    reached = Phrase(f"{indicator.actual}{indicator.unit}", href, strong=True)
    return phrased(
        _("指标“{what}”的目标是 {aim}，完成 {reached}。"), what=published(indicator.name), aim=aim, reached=reached
    )


def _quote(indicator: PerformanceIndicator, href: str) -> Quote:
    text = " ".join(next(text for text in indicator.deviation.values() if text).split())
    return Quote(text if len(text) <= LONGEST else f"{text[:LONGEST]}……", href)
