"""`load_codes FILE --year`: a ministry's list beside what is known."""

import pytest
from django.core.management import CommandError, call_command

from disclosures.classification.codes import ECONOMIC, FUNCTIONAL, GOVERNMENT
from disclosures.classification.models import Code

pytestmark = pytest.mark.django_db

LIST = """编码,名称
201,一般公共服务支出
20103,政府办公厅（室）及相关机构事务
2010308,信访工作事务
20140,信访事务
2014001,行政运行
50101,工资奖金津补贴
"""


@pytest.fixture
def written(tmp_path):
    """A list of that content as a file, in UTF-8 unless something else is said."""

    def write(content: str | bytes = LIST, name: str = "codes.csv"):
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return write


def loaded(file, capsys, year: int = 2026) -> list[str]:
    capsys.readouterr()
    call_command("load_codes", file, year=year)
    return capsys.readouterr().out.splitlines()


def names(code: str, scheme: str = FUNCTIONAL) -> list[tuple]:
    rows = Code.objects.modern().filter(scheme=scheme, code=code).order_by("first_year", "pk")
    return sorted(rows.values_list("name", "first_year", "last_year", "listed_in"), key=lambda row: row[1] or 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_says_what_is_new_what_has_another_name_and_what_it_leaves_out(written, capsys, encoding):
    call_command("load_codes")
    counted, *changes = loaded(written(LIST.encode(encoding)), capsys)
    assert counted == "2026 年科目表：新增 2 个，改名 1 个，相同 3 个。"
    assert changes[0] == "新增：20140 信访事务；2014001 行政运行。"
    assert changes[1] == "改名：2010308 “信访事务”改为“信访工作事务”。"
    assert changes[2].startswith("清单里没有、照旧保留的：20101 人大事务；")
    assert names("2010308") == [("信访事务", None, 2025, 2026), ("信访工作事务", 2026, None, 2026)]
    assert names("20140") == [("信访事务", None, None, 2026)]
    assert Code.objects.get(scheme=GOVERNMENT, code="50101").listed_in == 2026
    assert names("30101", ECONOMIC) == [("基本工资", None, None, None)]


def test_what_a_ministry_says_stays_when_the_lists_are_loaded_again(written, capsys):
    call_command("load_codes")
    loaded(written(), capsys)
    before = list(Code.objects.order_by("pk").values())
    call_command("load_codes")
    assert list(Code.objects.order_by("pk").values()) == before


def test_the_same_list_again_changes_nothing(written, capsys):
    call_command("load_codes")
    loaded(written(), capsys)
    before = list(Code.objects.order_by("pk").values())
    assert loaded(written(), capsys)[0] == "2026 年科目表：新增 0 个，改名 0 个，相同 6 个。"
    assert list(Code.objects.order_by("pk").values()) == before


def test_lists_of_two_years_in_either_order_come_to_the_same(written, capsys):
    later, earlier = written("编码,名称\n201,丙\n"), written("编码,名称\n201,乙\n", "earlier.csv")
    loaded(earlier, capsys, 2024)
    loaded(later, capsys, 2026)
    one_way = names("201")
    assert one_way == [("乙", None, 2025, 2026), ("丙", 2026, None, 2026)]
    loaded(written("编码,名称\n201,甲\n", "corrected.csv"), capsys, 2026)
    assert names("201")[-1] == ("甲", 2026, None, 2026)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("编码,名称\n201,甲\n201,乙\n", "第 3 行：201 有两个名称，“甲”和“乙”；没有载入。"),
        ("编码,名称\n2014001,行政运行\n", "2014001 行政运行 的上级 20140 不在清单里，本站也没有；没有载入。"),
        ("编码,名称\n101,税收收入\n", "第 2 行：“101”不是支出科目的编码"),
        ("编码,名称\n3010101,基本工资\n", "第 2 行：“3010101”不是支出科目的编码"),
        ("编码,名称\n201\n", "第 2 行：201 没有名称"),
        ("编码,名称\n", "“codes.csv”里没有科目；没有载入。"),
        ("甲,乙\n201,丙\n", "“codes.csv”的第一行要有“编码”和“名称”两个列名"),
        (b"PK\x03\x04\x00\x00\xff\xfe", "“codes.csv”不是 csv 文件"),
        (b"", "“codes.csv”不是 csv 文件，或者是空的、太大"),
        (b"x" * 5_000_001, "“codes.csv”不是 csv 文件，或者是空的、太大"),
        ("编码,名称\n201," + "甲" * 200_000 + "\n", "“codes.csv”不是完整的 csv 文件"),
    ],
)
def test_what_is_no_list_is_refused_in_one_sentence_and_nothing_is_saved(written, content, sentence):
    with pytest.raises(CommandError) as refused:
        call_command("load_codes", written(content), year=2026)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
    assert not Code.objects.exists()


def test_a_list_needs_its_file_and_its_year(written, tmp_path):
    for arguments in ([written()], []):
        with pytest.raises(CommandError, match="要写明文件和年度"):
            call_command("load_codes", *arguments, year=None if arguments else 2026)
    with pytest.raises(CommandError, match="读不出来"):
        call_command("load_codes", tmp_path / "nowhere.csv", year=2026)
