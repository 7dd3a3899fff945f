"""The documents of the corpus as data: which program writes so, which place lays out so, with which traits.

All are made up; what is true of them is the form.
"""

from dataclasses import dataclass, field
from pathlib import Path

from disclosures.amounts import AmountUnit
from disclosures.demo.profile import Profile

FOLDER = Path(__file__).parent
SMALL = {"items": 2, "projects": 1}
YUAN = {"unit": AmountUnit.YUAN}


@dataclass(frozen=True)
class Specimen:
    """`program` and `place` are said in the table of what is read; `peculiar` is what the reader must cope with."""

    name: str
    region: str
    program: str
    place: str
    peculiar: str
    layout: dict
    amounts: dict = field(default_factory=dict)  # profile of the made-up accounts
    also: tuple[str, ...] = ()  # titles of tables that stand beside the nine

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.{self.layout['format']}"

    @property
    def expected(self) -> Path:
        return FOLDER / f"{self.name}.json"

    @property
    def profile(self) -> Profile:
        return Profile(**(SMALL | self.amounts))


_CENTRAL = {"order": "central", "number": "central"}
_SHANGHAI = {"number": "none", "total": "last", "classes": "24", "state capital": "six columns", "panels": "two"}

SPECIMENS = (
    Specimen(
        "liaoning-word", "210400", "Word", "辽宁", "不间断连字符作负号，修订中删去的行，上标注号",
        {"format": "docx", "minus in Word": "noBreakHyphen", "changes": "row", "note marks": "raised"},
        {"refund": True},
    ),
    Specimen(
        "hunan-word", "430600", "Word", "湖南", "隐藏的文字，移走的数字，跨页续表",
        _CENTRAL | {
            "format": "docx", "hidden digits": "one", "changes": "moved", "continued": "（续）", "title": "detail",
        },
        {"items": 9},
    ),
    Specimen(
        "guangxi-wps", "450400", "WPS 文字", "广西", "一个数分成几段文字，省去行首空格子，负号为符号字体",
        _CENTRAL | {
            "format": "docx", "runs": "split", "grid before": True, "minus in Word": "sym", "codes": "three cells",
        },
        {"refund": True},
    ),
    Specimen(
        "jiangxi-wps", "360700", "WPS 文字导出的 PDF", "江西", "WPS 的字体尺寸，国有资产占用情况表，数字居中",
        _CENTRAL | {"format": "pdf", "metrics": "WPS", "aligned": "centre", "extra": "assets"},
        also=("国有资产占用情况表",),
    ),
    Specimen(
        "sichuan-onlyoffice", "510500", "ONLYOFFICE 导出的 PDF", "四川", "字体上伸 1420，重复的数字不得丢失",
        {"format": "pdf", "metrics": "ONLYOFFICE", "figure font": "embedded", "aligned": "right", "title": "detail"},
    ),
    Specimen(
        "chongqing-libreoffice", "500102", "LibreOffice 导出的 PDF", "重庆", "逐字定位，描边的粗体",
        {"format": "pdf", "metrics": "LibreOffice", "placing": "characters", "drawn": "outlined"},
    ),
    Specimen(
        "hubei-acrobat", "420200", "Acrobat", "湖北", "每个字写两遍，看不见的文字，数字另用字体",
        _CENTRAL | {
            "format": "pdf", "metrics": "Word", "figure font": "Helvetica", "drawn": "twice", "unseen text": "one",
        },
    ),
    Specimen(
        "yunnan-excel", "530900", "Excel", "云南", "以元为单位，项目支出决算表，公式连同结果，隐藏的行",
        {
            "format": "xlsx", "extra": "projects", "formulas": "with value", "unseen": "row", "money": "单位：",
            "number format": "grouped",
        },
        YUAN, also=("项目支出决算表",),
    ),
    Specimen(
        "shandong-excel", "371300", "Excel", "山东", "存的是元、显示的是万元，百分比单元格，隐藏的工作表",
        _CENTRAL | {"format": "xlsx", "number format": "wan", "percents": "number", "hidden sheet": True},
    ),
    Specimen(
        "fujian-libreoffice", "350400", "LibreOffice", "福建", "数字比显示的位数多，上标注号",
        {"format": "ods", "number format": "finer", "note marks": "raised", "figures": "plain"},
    ),
    Specimen(
        "gansu-jiuqi", "620500", "久其", "甘肃", "类、款、项分三格，各表在一张工作表内上下排列",
        {
            "format": "xls", "codes": "three cells", "sheets": "one below the other", "number format": "grouped",
            "column numbers": "bare", "signatures": True,
        },
    ),
    Specimen(
        "shaanxi-jiuqi", "611000", "久其导出的 CSV", "陕西", "国标编码，数字带千分位",
        {"format": "csv", "encoding": "gb18030", "figures": "grouped", "lines": "行次"},
    ),
    Specimen(
        "shanghai-web", "310107", "网站编辑器", "上海", "没有公开表号，合计在末行，国有资本六栏，样式隐藏的行",
        _SHANGHAI | {"format": "html", "unseen": "row", "hidden by": "sheet", "charset": "gbk unsaid"},
        {"state_capital": True},
    ),
    Specimen(
        "beijing-web", "110112", "网站编辑器", "北京", "十二张表：另有基金基本支出、政府采购、政府购买服务",
        _CENTRAL | {"format": "html", "in a layout table": True, "runs": "split"},
        {"funds": True}, also=("政府性基金预算财政拨款基本支出决算表", "政府采购情况表", "政府购买服务支出情况表"),
    ),
    Specimen(
        "guizhou-text", "522600", "记事本", "贵州", "竖线画的表，非财政拨款收入支出决算总表",
        {"format": "txt", "columns by": "bars", "extra": "non-fiscal"},
        also=("非财政拨款收入支出决算总表",),
    ),
    Specimen(
        "neimenggu-tsv", "150100", "久其导出的 TSV", "内蒙古", "UTF-16，编码按级缩进，没有数的写作短横",
        {"format": "tsv", "encoding": "utf-16", "indent": True, "nothing": "-"},
    ),
)  # fmt: skip
