"""An import into a region that is unknown, or whose code was no longer in use in that year."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command

from disclosures.classification.models import Region
from disclosures.intake.ledger import Ledger
from disclosures.intake.regions import warn_of_region, why_unknown
from disclosures.intake.store import RefusedImportError, import_file
from tests.once import once

SAMPLE = settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt"

pytestmark = pytest.mark.django_db


@once
def loaded():
    call_command("load_codes")


def warnings(code: str, year: int) -> list[str]:
    ledger = Ledger([])
    warn_of_region(ledger, Region.objects.get(code=code), year)
    return [problem.message for problem in ledger.problems]


def test_without_lists_the_command_that_loads_them_is_told():
    Region.objects.create(code="210000", name="辽宁省")
    with pytest.raises(RefusedImportError, match=re.escape("请先运行 manage.py load_codes")):
        import_file(SAMPLE, "210400-011001", 2023)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("code", "year", "nearest"),
    [
        ("210401", 2023, ["210400 辽宁省抚顺市", "210402 辽宁省抚顺市新抚区", "210403 辽宁省抚顺市东洲区"]),
        ("310100", 2023, ["310000 上海市", "310101 上海市黄浦区", "310104 上海市徐汇区"]),
        ("371203", 2015, ["371200 山东省莱芜市（至 2017 年）", "371202 山东省莱芜市莱城区（至 2017 年）"]),
        ("371203", 2023, ["371121 山东省日照市五莲县", "371122 山东省日照市莒县"]),
    ],
)
def test_an_unknown_region_is_told_with_the_nearest_ones_of_the_year(code, year, nearest):
    assert why_unknown(code, year).startswith(f"没有行政区划 {code}；代码相近的有 ")
    for region in nearest:
        assert region in why_unknown(code, year)


@pytest.mark.usefixtures("loaded")
def test_an_unknown_region_refuses_the_import():
    with pytest.raises(RefusedImportError, match="没有行政区划 999999；代码相近的有"):
        import_file(SAMPLE, "999999-011001", 2023)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        ("371200", 2017, []),
        ("210400", 2023, []),
        (
            "371200",
            2018,
            ["山东省莱芜市的代码 371200 只用到 2017 年，2018 年度是 370116 山东省济南市莱芜区；请核对单位代号。"],
        ),
        (
            "140202",
            2020,
            ["山西省大同市城区的代码 140202 只用到 2017 年，清单里没有它的去向；请核对单位代号。"],
        ),
    ],
)
def test_an_old_code_is_fine_in_its_years_and_doubted_later(code, year, expected):
    assert warnings(code, year) == expected


@pytest.mark.usefixtures("loaded")
def test_the_doubt_is_kept_in_the_report_and_printed(capsys):
    call_command("import_document", str(SAMPLE), unit="371200-011001", year=2023, publish=True)
    assert "注意 单位代号：山东省莱芜市的代码 371200 只用到 2017 年" in capsys.readouterr().out
    call_command("reread", "371200-011001")
    assert "371200 只用到" not in capsys.readouterr().out  # nothing new
