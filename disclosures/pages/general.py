"""The pages of the whole site, each declared once: its address, what answers, and from where one is led to it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.pages import data, forms, glossary, shortfalls
from disclosures.pages.checks import views as checks
from disclosures.pages.code import views as codes
from disclosures.pages.compare import views as compare
from disclosures.pages.home import views as home
from disclosures.pages.kinds import views as kinds
from disclosures.pages.matters import views as matters
from disclosures.pages.published import views as published
from disclosures.pages.regions import views as regions
from disclosures.pages.search import views as search
from disclosures.pages.unit import views as units


@dataclass(frozen=True)
class GeneralPage:
    """`menu` is what the head of every page calls it, "" where it is not named there; `is_mapped` tells search engines.

    `path` is its address without the language.
    """

    name: str
    path: str
    view: Callable[..., HttpResponseBase]
    menu: str | Promise = ""
    is_mapped: bool = True

    @property
    def address(self) -> str:
        return reverse(self.name)


PAGES = (
    GeneralPage("home", "", home.home),
    GeneralPage("units", "units/", units.units, _("单位")),
    GeneralPage("codes", "codes/", codes.codes, _("科目")),
    GeneralPage("government_codes", "codes/government/", codes.government_codes),
    GeneralPage("compare", "compare/", compare.compare, _("比较"), is_mapped=False),
    GeneralPage("kinds", "kinds/", kinds.kinds),
    GeneralPage("shortfalls", "indicators/", shortfalls.shortfalls),
    GeneralPage("matters", "matters/", matters.matters),
    GeneralPage("regions", "regions/", regions.regions),
    GeneralPage("publications", "published/", published.publications),
    GeneralPage("rules", "checks/", checks.rules, _("核对")),
    GeneralPage("forms", "forms/", forms.forms, _("表样")),
    GeneralPage("glossary", "glossary/", glossary.glossary, _("名词")),
    GeneralPage("data", "data/", data.data, is_mapped=False),
    GeneralPage("search", "search/", search.search, is_mapped=False),
)
