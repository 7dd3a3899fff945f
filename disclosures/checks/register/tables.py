"""The rules of the official tables: within one, and between two."""

from functools import partial

from disclosures.checks.outcomes import Severity
from disclosures.checks.rules import Basis, Kind, Rule
from disclosures.checks.tables import across, slips, within

RULES: tuple[Rule, ...] = (
    Rule(
        "A1", "上级科目等于下面各级科目之和，合计等于各类之和",
        "核对这一科目和它下面的科目，看是否漏印一行或印错一个数。",
        "201 类 1,083.57 = 20103 款 1,083.57；合计 1,262.08 与各类之和 1,262.06 相差 0.02，属于尾差。",
        Basis.ARITHMETIC, Kind.ACCURACY, within.sums_of_codes,
        right="下级科目之和",
    ),
    Rule(
        "A2", "一行里的合计等于同一行其他各栏之和",
        "核对这一行各栏的数。", "支出合计 1,262.08 = 基本支出 626.72 + 项目支出 635.36。",
        Basis.ARITHMETIC, Kind.ACCURACY, within.sums_of_columns,
        right="同一行其他各栏之和",
    ),
    Rule(
        "A3", "年初结转加本年收入减本年支出等于年末结转",
        "核对政府性基金这一行的年初、收入、支出和年末数。", "10.00 + 50.00 − 45.00 = 15.00。",
        Basis.ARITHMETIC, Kind.ACCURACY, within.balances_of_funds,
        right="同一行年初、收入、支出算出的年末数",
    ),
    Rule(
        "B1", "收支总表里的合计和总计等于各项之和，收入总计等于支出总计",
        "核对收支总表的各行，看哪一行没有计入合计。", "本年收入合计 = 各项收入之和；收入总计 = 支出总计。",
        Basis.ARITHMETIC, Kind.ACCURACY, partial(within.sums_of_rows, "01"),
        right="表里各项之和",
    ),
    Rule(
        "B3", "财政拨款总表里的合计和总计等于各项之和，收入总计等于支出总计",
        "核对财政拨款总表的各行。", "总计 = 本年收入合计 + 年初财政拨款结转和结余。",
        Basis.ARITHMETIC, Kind.ACCURACY, partial(within.sums_of_rows, "04"),
        right="表里各项之和",
    ),
    Rule(
        "B4", "财政拨款按预算分别平衡",
        "核对这一种预算的收入、年初结转和支出总计。", "一般公共预算：收入 1,262.08 + 年初 0 = 支出总计 1,262.08。",
        Basis.ARITHMETIC, Kind.ACCURACY, across.budgets_balance,
        right="这个预算的收入与年初结转之和",
    ),
    Rule(
        "C1", "总表的本年收入、支出合计等于收入表、支出表的合计",
        "核对总表和明细表，两处必须是同一个数。", "公开01表本年支出合计 1,262.08 = 公开03表合计 1,262.08。",
        Basis.FORM, Kind.ACCURACY, partial(across.same_in_two_tables, across.SAME_TOTALS), exact=True,
    ),
    Rule(
        "C2", "财政拨款在总表、收入表和财政拨款总表里是同一个数",
        "核对三张表的财政拨款。", "公开02表财政拨款收入合计 = 公开04表本年收入合计。",
        Basis.FORM, Kind.ACCURACY, partial(across.same_in_two_tables, across.SAME_APPROPRIATION), exact=True,
    ),
    Rule(
        "C3", "总表的各项收入等于收入表合计行的同一项",
        "核对总表和收入表的这一项收入。", "公开01表事业收入 = 公开02表合计行的事业收入。",
        Basis.FORM, Kind.ACCURACY, partial(across.same_in_two_tables, across.SAME_SOURCES), exact=True,
    ),
    Rule(
        "C4", "总表里每一类支出等于明细表里的同一类",
        "核对总表和明细表的这一类支出。", "公开01表一般公共服务支出 1,083.58，公开03表 201 类 1,083.57，属于尾差。",
        Basis.FORM, Kind.ACCURACY, across.classes_in_detail,
    ),
    Rule(
        "C5", "财政拨款总表的各种预算支出等于各自的明细表合计",
        "核对财政拨款总表和公开05、08、09表的合计。", "公开04表一般公共预算支出合计 = 公开05表合计。",
        Basis.FORM, Kind.ACCURACY, partial(across.same_in_two_tables, across.SAME_BUDGETS), exact=True,
    ),
    Rule(
        "C6", "财政拨款的支出不超过全部支出",
        "核对这一科目的财政拨款支出和全部支出。", "公开05表 2010308 的 635.36 不超过公开03表的 635.36。",
        Basis.ARITHMETIC, Kind.ACCURACY, across.appropriation_within_all,
    ),
    Rule(
        "C7", "按功能分类的基本支出等于按经济分类的人员经费加公用经费",
        "核对公开05表基本支出合计和公开06表的两个合计。", "626.72 与 505.59 + 121.12 = 626.71 相差 0.01，属于尾差。",
        Basis.ARITHMETIC, Kind.ACCURACY, across.basic_by_economic_code,
        right="人员经费与公用经费之和",
    ),
    Rule(
        "C8", "人员经费、公用经费合计等于各类之和",
        "核对公开06表的合计和各类。", "人员经费合计 505.59 = 工资福利支出 457.18 + 对个人和家庭的补助 48.41。",
        Basis.ARITHMETIC, Kind.ACCURACY, partial(within.sums_of_rows, "06"),
        right="表里各项之和",
    ),
    Rule(
        "C9", "基本支出里的“三公”部分不超过“三公”经费表的同一项",
        "核对公开06表的这一款和公开07表的这一项。", "公开06表公务用车运行维护费 3.00 不超过公开07表的 3.00。",
        Basis.ARITHMETIC, Kind.ACCURACY, across.basic_part_of_public_expenses,
    ),
    Rule(
        "C10", "“三公”经费合计等于各项之和",
        "核对公开07表的预算数和决算数。", "合计 7.24 = 公务接待费 4.24 + 公务用车 3.00。",
        Basis.ARITHMETIC, Kind.ACCURACY, partial(within.sums_of_rows, "07"),
        right="表里各项之和",
    ),
    Rule(
        "C11", "社会保险和公积金在两种分类里通常是同一个数",
        "如果项目支出里没有列这一项，两处应当相等。",
        "公开06表 30113 住房公积金 40.01 = 公开05表 2210201 的基本支出 40.01。",
        Basis.FORM, Kind.ACCURACY, across.economic_and_functional, Severity.NOTE,
    ),
    Rule(
        "A1r", "没有一项重复印上级科目的合计",
        "核对这一项；其他各项加起来已经等于合计，这一项可能误印了合计数。",
        "302 合计 1,844.57，其他各款之和已经是 1,844.57，30299 不会也是 1,844.57。",
        Basis.ARITHMETIC, Kind.ACCURACY, slips.repeated_totals,
    ),
    Rule(
        "A1d", "数字没有少印一位",
        "对照账簿核对这个数；补上一位后各个合计都对得上，只是一种可能。",
        "212 类合计 13,583.48，项目支出 2,921.97，基本支出印成 1,066.51，应当是 10,661.51。",
        Basis.ARITHMETIC, Kind.ACCURACY, slips.lost_digits, Severity.NOTE,
        right="补上一位后的数",
    ),
    Rule(
        "C6s", "财政拨款表里的数没有错行",
        "对照支出决算表逐行核对科目和金额，看是否有一行的编码多印或漏印。",
        "公开05表多印了只有政府性基金的科目，下面各行的数都上移了。",
        Basis.FORM, Kind.ACCURACY, slips.slid_amounts, Severity.WARNING,
    ),
)  # fmt: skip
