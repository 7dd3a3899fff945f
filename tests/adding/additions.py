"""What somebody would add to the project, as edits of its files: each lists what `CONTRIBUTING.md` says is touched.

`COLUMN` adds a column to table 03 from 2026, `ROW` a class to tables 01 and 04, `TABLE` a tenth table, `RULE` a rule of
the checks, `PAGE` a page of the whole site. A migration comes of its own, and each addition has a test of its own.
"""

from pathlib import Path

from disclosures.checks.register import rules

MODELS = "disclosures/statements/models.py"
ROWS = "disclosures/statements/form_rows.py"
RELATIONS, REGISTER = "disclosures/checks/tables/across.py", "disclosures/checks/register/tables.py"
VERSION = "disclosures/checks/register/rules.py"
GENERAL, VIEW, TEMPLATE = "disclosures/pages/general.py", "disclosures/pages/about.py", "templates/pages/about.html"
ENGLISH = "locale/en/LC_MESSAGES/django.po"

# By file: a text that stands in it once, and what takes its place; "" makes a new file.
Edits = dict[str, tuple[tuple[str, str], ...]]

COLUMN: Edits = {
    MODELS: (
        (
            '    identities = ("1 = 2 + 3 + 4 + 5 + 6",)\n',
            '    identities = (\n        Promise("1 = 2 + 3 + 4 + 5 + 6", until=2025),\n'
            '        Promise("1 = 2 + 3 + 4 + 5 + 6 + 7", since=2026),\n    )\n',
        ),
        (
            '    affiliate_subsidy = Amount("对附属单位补助支出", 6, also=("对附属单位补助",))\n',
            '    affiliate_subsidy = Amount("对附属单位补助支出", 6, also=("对附属单位补助",))\n'
            '    debt_service = Amount("债务还本付息支出", 7, since=2026)\n',
        ),
        ("editions import holds_in\n", "editions import Promise, holds_in\n"),
    ),
    ENGLISH: (
        (
            'msgid "对附属单位补助支出"\n',
            'msgid "债务还本付息支出"\nmsgstr "Debt service"\n\nmsgid "对附属单位补助支出"\n',
        ),
    ),
}

ROW: Edits = {
    ROWS: (
        (
            '    ("234", "抗疫特别国债安排的支出"),\n',
            '    ("234", "抗疫特别国债安排的支出"),\n    ("235", "预备安排的支出"),\n',
        ),
        ("CLASSES_SINCE: dict[str, int] = {}", 'CLASSES_SINCE: dict[str, int] = {"235": 2026}'),
        (
            '    _spending(58, "expenditure_this_year", "本年支出合计", total=True),\n'
            '    _spending(59, "surplus_distributed", "结余分配"),\n'
            '    _spending(60, "closing_balance", "年末结转和结余"),\n'
            '    _spending(62, "grand_total", "总计", "支出总计", total=True),\n',
            '    *moved(_spending(58, "expenditure_this_year", "本年支出合计", total=True), 59, 2026),\n'
            '    *moved(_spending(59, "surplus_distributed", "结余分配"), 60, 2026),\n'
            '    *moved(_spending(60, "closing_balance", "年末结转和结余"), 61, 2026),\n'
            '    *moved(_spending(62, "grand_total", "总计", "支出总计", total=True), 63, 2026),\n',
        ),
        (
            '    _spending(59, "expenditure_this_year", "本年支出合计", total=True),\n'
            '    _spending(60, "closing_balance", "年末财政拨款结转和结余"),\n'
            '    _spending(64, "grand_total", "总计", "支出总计", total=True),\n',
            '    *moved(_spending(59, "expenditure_this_year", "本年支出合计", total=True), 60, 2026),\n'
            '    *moved(_spending(60, "closing_balance", "年末财政拨款结转和结余"), 61, 2026),\n'
            '    *moved(_spending(64, "grand_total", "总计", "支出总计", total=True), 65, 2026),\n',
        ),
    ),
    MODELS: (
        (
            '    row_identities = ("27 = 1:8", "58 = 32:57", "31 = 27:29", "62 = 58:60", "31 = 62")\n',
            "    row_identities = (\n"
            '        "27 = 1:8", Promise("58 = 32:57", until=2025), Promise("59 = 32:58", since=2026), "31 = 27:29",\n'
            '        Promise("62 = 58:60", until=2025), Promise("63 = 59:61", since=2026),\n'
            '        Promise("31 = 62", until=2025), Promise("31 = 63", since=2026),\n    )\n',
        ),
        (
            '    row_identities = ("27 = 1:3", "59 = 33:58", "28 = 29:31", "32 = 27 + 28",'
            ' "64 = 59 + 60", "32 = 64")\n',
            "    row_identities = (\n"
            '        "27 = 1:3", Promise("59 = 33:58", until=2025), Promise("60 = 33:59", since=2026),\n'
            '        "28 = 29:31", "32 = 27 + 28",\n'
            '        Promise("64 = 59 + 60", until=2025), Promise("65 = 60 + 61", since=2026),\n'
            '        Promise("32 = 64", until=2025), Promise("32 = 65", since=2026),\n    )\n',
        ),
    ),
    ENGLISH: (
        (
            'msgid "一、一般公共服务支出"\n',
            'msgid "二十七、预备安排的支出"\nmsgstr "27. Reserved spending"\n\n'
            'msgid "预备安排的支出"\nmsgstr "Reserved spending"\n\nmsgid "一、一般公共服务支出"\n',
        ),
    ),
}

TABLE: Edits = {
    MODELS: (
        (
            "STATEMENTS: dict[str, type[StatementLine]] = {\n",
            "class SpecialAccount(ClassifiedLine):\n"
            '    """公开10: expenditure of special fiscal accounts by function."""\n\n'
            '    number = "10"\n    title = "财政专户管理资金支出决算表"\n'
            '    note = "本表反映部门本年度财政专户管理资金支出情况。"\n'
            '    since = 2026\n    identities = ("1 = 2 + 3",)\n\n'
            '    special_total = Amount("专户支出合计", 1)\n    basic_expenditure = Amount("基本支出", 2)\n'
            '    project_expenditure = Amount("项目支出", 3)\n\n'
            "    class Meta(ClassifiedLine.Meta):\n"
            '        verbose_name = verbose_name_plural = "公开10 财政专户管理资金支出决算表"\n\n\n'
            "STATEMENTS: dict[str, type[StatementLine]] = {\n",
        ),
        (
            "ThreePublicExpenses, GovernmentFund, StateCapital,\n",
            "ThreePublicExpenses, GovernmentFund, StateCapital, SpecialAccount,\n",
        ),
    ),
    ENGLISH: (
        (
            'msgid "支出决算表"\n',
            'msgid "财政专户管理资金支出决算表"\nmsgstr "Expenditure of special accounts"\n\n'
            'msgid "专户支出合计"\nmsgstr "Total of special accounts"\n\nmsgid "支出决算表"\n',
        ),
        (
            'msgid "九张决算表齐全"\nmsgstr "All nine tables are there"\n',
            'msgid "十张决算表齐全"\nmsgstr "All ten tables are there"\n',
        ),
        (
            'msgid "公开01表到公开09表都有。"\nmsgstr "Tables 01 to 09 are all there."\n',
            'msgid "公开01表到公开10表都有。"\nmsgstr "Tables 01 to 10 are all there."\n',
        ),
    ),
}


def _later(shape: str, number: str) -> tuple[str, str]:
    """A column at the end of that table."""
    meta = f'    class Meta({shape}.Meta):\n        verbose_name = verbose_name_plural = "公开{number} '
    return f"\n{meta}", f'    later = Amount("后加的栏", since=2026)\n\n{meta}'


# A column in every other table, to see that what was published before stays as it is.
ELSEWHERE: Edits = {
    MODELS: (
        *(_later("AccountLine", number) for number in ("01", "04")),
        *(_later("ClassifiedLine", number) for number in ("02", "05", "06", "08", "09")),
        _later("StatementLine", "07"),
    ),
    ENGLISH: (('msgid "名称"\n', 'msgid "后加的栏"\nmsgstr "Added later"\n\nmsgid "名称"\n'),),
}

RULE: Edits = {
    RELATIONS: (
        (
            "def basic_by_economic_code(",
            "def reception_within_spending(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:\n"
            '    """What receptions cost is part of what the year cost."""\n'
            "    spent = figure_at(loaded, cell(TOTAL, Expenditure.total_expenditure))\n"
            '    received = figure_at(loaded, cell("official_reception", ThreePublicExpenses.actual))\n'
            "    yield check_at_most(rule, loaded, received, spent)\n\n\n"
            "def basic_by_economic_code(",
        ),
    ),
    REGISTER: (
        (
            "economic_and_functional, Severity.NOTE,\n    ),\n",
            "economic_and_functional, Severity.NOTE,\n    ),\n"
            '    Rule(\n        "C12", "公务接待费不超过本年支出",\n        "核对公开07表的公务接待费。",'
            ' "公务接待费 4.24 不超过本年支出 1,262.08。",\n'
            "        Basis.ARITHMETIC, Kind.ACCURACY, across.reception_within_spending,\n    ),\n",
        ),
    ),
    VERSION: ((f'VERSION = "{rules.VERSION}"', f'VERSION = "{int(rules.VERSION) + 1}"'),),
    ENGLISH: (
        (
            'msgid "上级科目等于下面各级科目之和，合计等于各类之和"\n',
            'msgid "公务接待费不超过本年支出"\nmsgstr "Receptions cost no more than the year"\n\n'
            'msgid "核对公开07表的公务接待费。"\nmsgstr "Check the receptions in table 07."\n\n'
            'msgid "公务接待费 4.24 不超过本年支出 1,262.08。"\nmsgstr "Receptions 4.24, spending 1,262.08."\n\n'
            'msgid "上级科目等于下面各级科目之和，合计等于各类之和"\n',
        ),
    ),
}

PAGE: Edits = {
    VIEW: (
        (
            "",
            '"""What this site is."""\n\nfrom django.http import HttpRequest, HttpResponse\n'
            "from django.shortcuts import render\n\n"
            "from disclosures.publication.caching import of_the_site\n\n\n@of_the_site\n"
            'def about(request: HttpRequest) -> HttpResponse:\n    """The page."""\n'
            '    return render(request, "pages/about.html")\n',
        ),
    ),
    TEMPLATE: (
        (
            "",
            '{% extends "base.html" %}\n{% load i18n %}\n\n'
            '{% block title %}{% translate "本站说明" %}{% endblock %}\n\n'
            '{% block main %}\n  <h1>{% translate "本站说明" %}</h1>\n{% endblock main %}\n',
        ),
    ),
    GENERAL: (
        ("import data, forms,", "import about, data, forms,"),
        (
            '    GeneralPage("data", ',
            '    GeneralPage("about", "about/", about.about, _("说明")),\n    GeneralPage("data", ',
        ),
    ),
    ENGLISH: (
        (
            'msgid "两处相等。"\n',
            'msgid "本站说明"\nmsgstr "What this site is"\n\nmsgid "说明"\nmsgstr "About"\n\nmsgid "两处相等。"\n',
        ),
    ),
}


def apply(edits: Edits, root: Path) -> None:
    """Make these edits below `root`; a text that does not stand there exactly once is an error."""
    for name, pairs in edits.items():
        file = root / name
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        for old, new in pairs:
            if (text.count(old) if old else not text) != 1:
                raise ValueError(f"{name} does not have exactly once: {old or 'nothing'}")
            text = text.replace(old, new) if old else new
        file.write_text(text, encoding="utf-8")
