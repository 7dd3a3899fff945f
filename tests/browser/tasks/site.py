"""A site as a city might have it: two real disclosures, made-up units, and petition offices of two other cities."""

import io
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from disclosures.demo.publishing import demo
from disclosures.publication import workflow
from disclosures.statements.models import Chapter, Paragraph
from tests.browser.conftest import SAMPLE
from tests.building import build_disclosure

SECOND = Path(settings.BASE_DIR) / "fixtures/putuo-social-work-2024.pdf"
OTHERS = {"210100": "沈阳市信访局", "210200": "大连市信访局"}
MENTION = "其中驻京劝返工作经费 12.00 万元。"
OFFICE_SUPPLIES = "131.12"  # 万元, of the one that spent most on them; the other's are 121.12


def make_site() -> None:
    silent = io.StringIO()
    call_command("load_codes", stdout=silent)
    for file, unit, name, year in (
        (settings.BASE_DIR / SAMPLE, "210400-011001", "抚顺市信访局", 2023),
        (SECOND, "310107-shehuigongzuobu", "", 2024),
    ):
        call_command("import_document", file, unit=unit, name=name, year=year, publish=True, stdout=silent)
    for region, name in OTHERS.items():
        disclosure = build_disclosure(unit_code="011001", unit_name=name, region=region)
        if name == OTHERS["210100"]:
            _change(disclosure)
        workflow.submit(disclosure)
        workflow.publish(disclosure)
    list(demo(10, seed=1))


def _change(disclosure) -> None:
    line = disclosure.lines("06").get(code="30201")
    line.set_printed("amount", OFFICE_SUPPLIES, disclosure.precision)
    line.save()
    told = Paragraph.objects.filter(disclosure=disclosure, chapter=Chapter.EXPLANATION, level=0).get()
    told.text += MENTION
    told.save()
