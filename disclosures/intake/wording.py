"""Words that differ between places and mean the same: titles without what varies, marks of heads and captions."""

import re
import unicodedata
from functools import cache, lru_cache

_VARIES = re.compile(r"明细|部门|单位|[\d\u3007零一二三四五六七八九]{4}年度?|[“”\"'‘’「」『』《》\s]")
_BRACKETED_NUMBER = re.compile(r"\(?公开0?\d{1,2}表\)?")
_NUMBER_BEFORE = re.compile(
    r"^(?:附?表\d+[、:.]?|附件\d+[、:.]?|附?表[一二三四五六七八九十]+[、:.]?(?![般公])|附?表[、:.]|\([\d一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[.、])(?=\D)"
)

_NUMBERING = re.compile(r"^(?:其中:|[一二三四五六七八九十]+、|\(?\d+\)?[、.]?|\([一二三四五六七八九十]+\)|其中)+")

# That a table goes on with the one above: 续表 alone or before a title, （续） or 续 after it.
CONTINUED = re.compile(r"^\(?(?:续表?\d?|接上[页表])\)?[:、]?|\(续表?\d?\)$|(?<=[表》”])(?:续表?\d?|\(?接上[页表]\)?)$")
TABLE_NUMBER = re.compile(r"公开\s*0?(\d{1,2})\s*表")
YEAR = re.compile(r"(\d{4})\s*年度?")
COVER = re.compile(r"(?P<name>.{4,60}?)\s*\d{4}\s*年度?\s*(?:部门|单位)?决算")
AMOUNT_UNIT = re.compile(r"(?:金额)?单位\s*[:：]?\s*(?:人民币)?\s*(万元|亿元|元)")
AMOUNT_IN_TEXT = re.compile(r"\d\s*(万元|亿元|元)")
UNIT_ALONE = re.compile(r"\(?(?:人民币)?(万元|亿元|元)\)?")
UNIT_IN_TITLE = re.compile(r"\((?:单位:)?(万元|亿元|元)\)$")
UNIT_NAME = re.compile(r"^(?:编制|填报|公开)?(?:单位|部门)(?:名称|（单位）)?\s*[:：]\s*(?P<name>.+)$")
NOTE = re.compile(
    r"^(?:注\s*\d*\s*[:：]|备注\s*[:：]|本表|如本表|本套报表|其中[:：]预算数|说明\s*[:：]|[（(]\s*(?:或|注)|无.{4,40}的[，,]仍保留)"
)
SIGNATURE = re.compile(r"\s*(?:(?:单位|部门|财务|会计|主管)*负责人|制表人?|填[报表]人|[审复]核人?)\s*[:：]")
EMPTY_NOTE = re.compile(r"(?:如?本表为空|(?:没有|无|未发生|不涉及).*(?:收入|支出|收支|预算|数据)).*")
NUMBERED = re.compile(r"^\d{1,2}[.、．](?!\d)")
TOTALS = ("合计", "总计", "本年合计")


@lru_cache(maxsize=20_000)  # labels come again and again, in every document
def bare(text: str) -> str:
    """The text in half-width letters and brackets without any white space, for comparing labels."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@cache
def essence(title: str) -> str:
    """A table's title without what differs between places: numbering, quotes, 明细, 部门 or 单位, the year, 续."""
    return _NUMBER_BEFORE.sub("", _VARIES.sub("", _BRACKETED_NUMBER.sub("", whole(bare(title)))))


def whole(words: str) -> str:
    """The bare words of a caption without the mark that its table goes on with one above."""
    return CONTINUED.sub("", words)


@cache
def unnumbered(name: str) -> str:
    """The name without 一、 1、 (1) 其中：, for comparing."""
    return _NUMBERING.sub("", bare(name))


def is_total(text: str) -> bool:
    """Whether a cell says that its row sums up the table."""
    return bare(text) in TOTALS
