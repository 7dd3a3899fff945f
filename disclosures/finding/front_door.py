"""The questions at the front door: what is asked, and which figure answers it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.addresses import links
from disclosures.classification.codes import ECONOMIC

WAGES = "301"  # 工资福利支出


@dataclass(frozen=True)
class Question:
    """`row` is the row of 公开07 that answers it, called `figure`; `key` is its name in addresses."""

    key: str
    title: str | Promise
    row: str
    figure: str | Promise

    @property
    def href(self) -> str:
        return reverse("question", args=[self.key])


QUESTIONS = {
    question.key: question
    for question in (
        Question("receptions", _("请客花了多少？"), "official_reception", _("公务接待费")),
        Question("vehicles", _("谁的车最贵？"), "official_vehicles", _("公务用车购置及运行费")),
        Question("travel", _("谁出国花得多？"), "overseas_travel", _("因公出国（境）费")),
        Question("three-public", _("“三公”超预算了吗？"), "total", _("“三公”经费")),
    )
}


def elsewhere() -> dict[str, tuple[str | Promise, str]]:
    """Questions that other pages answer already, with their addresses, by what they are called here."""
    return {
        "missed": (_("哪些指标没完成？"), f"{links.shortfalls()}?kind=missed"),
        "spent": (_("谁花得最多？"), f"{links.units()}?sort=spent"),
        "wages": (_("工资发了多少？"), links.code(ECONOMIC, WAGES)),
        "findings": (_("哪些账对不上？"), f"{links.units()}?sort=findings"),
    }
