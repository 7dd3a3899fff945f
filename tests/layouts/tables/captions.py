"""What a layout prints above and below a table: title, number, unit, year, unit of amount; notes."""

from dataclasses import dataclass
from random import Random

from disclosures.amounts import AmountUnit
from disclosures.statements.models import STATEMENTS, StatementHead
from tests.layouts.traits import Layout

_NUMERALS = "一二三四五六七八九十"
CENTRAL = ("01", "02", "03", "04", "05", "06", "08", "09", "07")  # the order in which central departments publish


@dataclass(frozen=True)
class Around:
    """Everything that is printed around the tables of one document."""

    layout: Layout
    unit_name: str
    year: int
    money: AmountUnit

    def caption(self, number: str, position: int, title: str) -> list[list[str]]:
        """Lines of one or several cells; `position` counts the tables of the document from 1."""
        printed_number = self._number(number, position)
        unit = [text for text in (self._unit(), f"{self.year}年度") if text]
        money = self._money(position)
        if self.layout["caption"] == "title, then a line":
            lines = [[title], [printed_number], [*unit, money]]
        else:
            parts = {"title": [title], "number": [printed_number], "unit": unit, "money": [money]}
            lines = [parts[word] for word in self.layout["caption"].split()]
        said = ([text for text in line if text] for line in lines)
        return [line for line in said if line]

    def notes(self, head: StatementHead, is_empty: bool) -> list[str]:
        """The lines below the table."""
        if self.layout["notes"] == "none":
            return []
        notes = [f"注：{STATEMENTS[head.number].note}"]
        if self.layout["notes"] == "or":
            return [*notes, f"（或：我单位{self.year}年度无此类资金收支，本表为空表。）"] if is_empty else notes
        notes.append("本表金额转换时，因四舍五入可能存在尾差。")
        if self.layout["notes"] == "numbered":
            notes = [f"注：1.{STATEMENTS[head.number].note}", "2.本套报表金额单位转换时可能存在尾数误差。"]
        return [*notes, "本表为空，我部门本年度无此类资金收支余。"] if is_empty else notes

    def title(self, number: str, position: int, random: Random) -> str:
        model, style = STATEMENTS[number], self.layout["title"]
        titles = {
            "official": model.title,
            "none": "",
            "other": random.choice(model.other_titles or (model.title,)),
            "spaced": " ".join(model.title),
            "quoted": model.title.translate(str.maketrans("“”", '""')) if "“" in model.title else f"《{model.title}》",
            "year": f"{self.year}年度{model.title}",
            "year and unit": f"{self.unit_name}{self.year}年度{model.title}",
            "unit": f"{self.unit_name}{model.title}",
            "department": f"部门{model.title}",
            "detail": model.title.replace("明细表", "表") if "明细" in model.title else f"{model.title[:-1]}明细表",
            "numbered": self._numbered(model.title, position, random),
            "numbered year": self._numbered(f"{self.year}年度{model.title}", position, random),
        }
        return titles[style]

    def _numbered(self, title: str, position: int, random: Random) -> str:
        numeral = _NUMERALS[position % len(_NUMERALS) - 1]
        return random.choice((f"{numeral}、", f"表{position} ", f"附表{position}：", f"（{numeral}）")) + title

    def _number(self, number: str, position: int) -> str:
        style = self.layout["number"]
        central = f"{CENTRAL.index(number) + 1:02}"
        return {
            "own": f"公开{number}表",
            "spaced": f"公开 {number} 表",
            "central": f"公开{central}表",
            "by position": f"公开{position:02}表",
            "none": "",
        }[style]

    def _unit(self) -> str:
        return "" if self.layout["unit name"] == "none" else self.layout["unit name"] + self.unit_name

    def _money(self, position: int) -> str:
        if self.layout["money said"] == "once" and position > 1:
            return ""
        words = self.layout["money"]
        if words in ("alone", "in the heads"):
            return self.money.value if words == "alone" else ""
        return f"（单位：{self.money}）" if words.startswith("（") else f"{words}{self.money}"
