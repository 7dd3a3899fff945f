"""What a file is called and where it says it comes from."""

import pytest

from tests.building import build_disclosure
from tests.exports.making import table_file

pytestmark = pytest.mark.django_db


def test_a_file_is_named_after_unit_year_table_and_revision():
    assert table_file(build_disclosure(), "03").name("csv") == "抚顺市信访局-2023年度-公开03表-支出决算表-第1版.csv"


def test_what_no_system_takes_in_a_name_is_left_out():
    disclosure = build_disclosure(unit_name='信访局 "A/B"')
    assert table_file(disclosure, "03").name("csv") == "信访局-A-B--2023年度-公开03表-支出决算表-第1版.csv"
