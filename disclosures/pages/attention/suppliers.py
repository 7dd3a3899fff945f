"""One supplier of an amount, where the text prints its name: few disclosures do."""

import re
from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.addresses.spots import text_anchor
from disclosures.pages.attention.notices import Found, Notice
from disclosures.pages.attention.seen import Seen
from disclosures.pages.shared.sentences import phrased, published

_SUPPLIED = re.compile(
    r"(?:由|与|向|供应商(?:为|是|：)?)(?P<name>[\u4e00-\u9fff（）()]{2,30}?(?:公司|厂|中心|事务所))"
    r"[^。；\d]{0,24}(?:中标|成交|承接|供货|采购|合同)[^。；\d]{0,16}(?P<amount>[\d,]+(?:\.\d+)?)\s*(?P<unit>万元|元)"
)
_ZEROS = {"万元": 4, "元": 0}


def one_supplier(notice: Notice, seen: Seen) -> Iterator[Found]:
    """A name with an amount in one sentence about a purchase."""
    for paragraph in seen.loaded.paragraphs:
        for match in _SUPPLIED.finditer(paragraph.text):
            value = Decimal(match["amount"].replace(",", "")).scaleb(_ZEROS[match["unit"]])
            if value >= notice.least:
                href = f"{seen.links.narrative()}#{text_anchor(paragraph.position)}"
                template = _("一家供应商“{name}”的采购金额是 {amount}。")
                sentence = phrased(template, name=published(match["name"]), amount=seen.amount(value, href))
                yield Found(f"supplier:{match['name']}", sentence, value, needs_quote=False)
