"""The register of what deserves attention, in the order in which it is shown; a row says all of its rule."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from disclosures.pages.attention import budgets, changes, projects, public_expenses, suppliers
from disclosures.pages.attention.notices import Notice

WAN = Decimal(10_000)

NOTICES: tuple[Notice, ...] = (
    Notice(
        "N1", _("没有预算的支出"),
        _("公开07表里花了钱、预算是空白或 0 的项目；文字里年初预算是 0 的支出。"),
        _("公务接待费花了 4.24 万元，没有年初预算（预算栏空白）。"),
        _("预算是事先定的。没有预算的支出，读者会先问为什么。"),
        _("“三公”经费花了多少都算；其他支出从 {least} 万元算起。"),
        budgets.without_budget, least=5 * WAN,
    ),
    Notice(
        "N2", _("远超预算"),
        _("“三公”经费的各项，以及文字里写了完成年初预算百分比的科目。"),
        _("信访事务花了 635.36 万元，是年初预算的 122.48%。"),
        _("多花的钱通常是年中追加的，文字应当写明原因。"),
        _("达到预算的 {share}%，而且多花 {least} 万元；“三公”经费的各项多花 {small} 万元就算。"),
        budgets.over_budget, share=Decimal(120), least=5 * WAN,
    ),
    Notice(
        "N3", _("项目的钱没有花完"),
        _("项目自评表里全年执行数比全年预算数少。"),
        _("项目“救助资金”全年预算 609.95 万元，花了 409.95 万元，剩下 200.00 万元。"),
        _("没有花完的钱是事情没有做，还是花得省，文字或自评表应当写明。"),
        _("只花了 {share}% 以下，而且剩下 {least} 万元以上。"),
        projects.unspent, share=Decimal(80), least=10 * WAN,
    ),
    Notice(
        "N4", _("比上年大增大减"),
        _("文字里支出、“三公”经费、机关运行经费比上年的增减。"),
        _("支出比上年少 331.83 万元（−20.82%）。"),
        _("变化大，读者想知道原因；文字写了就引原文，没有写也说明。"),
        _("增减 {share}% 以上，而且 {least} 万元以上。"),
        changes.against_last_year, share=Decimal(20), least=5 * WAN,
    ),
    Notice(
        "N5", _("指标扣分没有写原因"),
        _("自评表里扣了分或没有达到目标、偏差原因或改进措施空白的指标。"),
        _("3 张自评表里有 7 项指标扣了分或没有达到目标，没有写明原因或改进措施。"),
        _("表里有写原因的栏目，空着就看不出为什么。"),
        _("一项也算。"),
        projects.without_reason,
    ),
    Notice(
        "N6", _("每位客人的接待费"),
        _("文字里国内公务接待的金额除以人数。"),
        _("国内公务接待 1 批次、19 人，平均每人 2,231.58 元。"),
        _("批次、人数和金额放在一起，才看得出多少。"),
        _("平均每人 {yuan} 元以上。"),
        public_expenses.per_guest, least=Decimal(500), adds=True,
    ),
    Notice(
        "N7", _("买了公务用车"),
        _("公开07表的公务用车购置费。"),
        _("买公务用车 1 辆，花了 18.00 万元。"),
        _("买车不是每年都有的事。"),
        _("花了多少都算。"),
        public_expenses.vehicles_bought,
    ),
    Notice(
        "N8", _("一家供应商的金额"),
        _("文字里写了名称和金额的供应商。"),
        _("一家供应商“某某公司”的采购金额是 58.00 万元。"),
        _("公开的表里没有供应商这一栏，多数文字也不写；写了的，读者想看。要看全，得查中国政府采购网的中标和合同公告，本站没有收。"),
        _("{least} 万元以上。"),
        suppliers.one_supplier, least=10 * WAN,
    ),
    Notice(
        "N9", _("远低于预算"),
        _("文字里写了预算和支出的科目。"),
        _("事业运行花了 11.31 万元，预算 17.68 万元，少 6.37 万元。"),
        _("预算没有用掉，文字应当写明原因。"),
        _("只到预算的 {share}% 以下，而且少花 {least} 万元以上。"),
        budgets.under_budget, share=Decimal(80), least=5 * WAN,
    ),
    Notice(
        "N10", _("指标远没有达到目标"),
        _("自评表里完成值比目标值差得多的指标，连同表里写的原因。"),
        _("指标“固定资产利用率”的目标是 100%，完成 43.21%。"),
        _("目标没有达到的原因，单位写在自评表里。"),
        _("完成不到 {share}%。"),
        projects.far_missed, share=Decimal(60),
    ),
)  # fmt: skip

BY_CODE = {notice.code: notice for notice in NOTICES}
