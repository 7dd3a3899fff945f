"""Tables that some places publish among the nine; each resembles one of them and is none."""

from tests.layouts.tables.grids import head_of
from tests.layouts.tables.laid import Laid


def assets() -> Laid:
    """What the unit owns, in an eleventh table."""
    drawn = head_of([("资产项目",), ("数量（辆、台）",), ("账面价值",)], "merged")
    drawn.add(["机要通信用车", "1", "20.11"])
    drawn.add(["单价100万元以上设备", "2", "301.77"])
    return Laid(drawn, title="国有资产占用情况表")


def projects() -> Laid:
    """Its title ends like that of table 03."""
    drawn = head_of([("项目名称",), ("资金来源",), ("年初安排数",), ("全年执行数",)], "merged")
    drawn.add(["信息化运行维护经费", "财政拨款", "35.53", "31.09"])
    return Laid(drawn, title="项目支出决算表")


def non_fiscal() -> Laid:
    """Its title ends like that of table 04."""
    drawn = head_of([("非财政资金来源",), ("收到数",), ("使用数",), ("年末余额",)], "merged")
    drawn.add(["事业收入", "71.20", "70.00", "1.20"])
    return Laid(drawn, title="非财政拨款收入支出决算总表")


_MAKERS = {"assets": assets, "projects": projects, "non-fiscal": non_fiscal}


def local_tables(which: str) -> list[Laid]:
    """None, one, or all of them."""
    return [make() for name, make in _MAKERS.items() if which in (name, "all")]
