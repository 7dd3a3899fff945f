"""How a figure differs from another, in words: more or less by how much, and how many times or percent that is."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.amounts import AmountUnit, printed
from disclosures.pages.shared.change import change


@dataclass(frozen=True)
class Telling:
    """What the figures of a comparison are: amounts in 元, exact, told in `unit`; or shares in percent."""

    unit: AmountUnit
    decimals: int
    is_share: bool = False

    def against(self, value: Decimal | None, base: Decimal | None) -> tuple[str, str]:
        """“多 3.20” and “约 108 倍”; shares have no more to say than points; both "" where one is blank."""
        told = change(value, base)
        if told is None:
            return "", ""
        if not told.difference:
            return "", _("相同")
        size = abs(told.difference)
        if self.is_share:
            more, less = _("高 {size} 个百分点"), _("低 {size} 个百分点")
            return (more if told.difference > 0 else less).format(size=f"{size:,f}"), ""
        more, less = _("多 {size}"), _("少 {size}")
        text = printed(size, self.unit, self.decimals)
        return (more if told.difference > 0 else less).format(size=text), told.words
