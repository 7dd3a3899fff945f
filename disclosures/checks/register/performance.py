"""The rules of the self-evaluation forms: points, rates, targets, reasons, standards, amounts and words."""

from disclosures.checks.outcomes import Severity
from disclosures.checks.performance import parts, points, projects, rates, ratios, reasons, retold, standards, targets
from disclosures.checks.rules import Basis, Kind, Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "F1", "各项任务和指标的分值加起来是满分",
        "核对各项分值；满分 100 分，表里另有预算执行率 10 分的，各项指标合计 90 分。",
        "项目自评表的指标分值之和 = 90 分。",
        Basis.SCORING, Kind.ACCURACY, points.weights_add_up,
        left="应有的满分", right="各项分值之和",
    ),
    Rule(
        "F1s", "指标得分小计等于各项得分之和",
        "核对各项得分和小计，看是否漏算一项。", "小计 76.5 分 = 18 项得分之和。",
        Basis.ARITHMETIC, Kind.ACCURACY, points.scores_add_up,
        right="各项得分之和",
    ),
    Rule(
        "F1t", "总得分等于小计加执行率得分减去减分",
        "核对总得分和它的各个组成部分。", "总得分 79 分，80 + 6.72 − 7.721 = 78.999 分，属于尾差。",
        Basis.ARITHMETIC, Kind.ACCURACY, points.totals_add_up,
        right="由各个组成部分算出的总得分",
    ),
    Rule(
        "F2", "执行率等于执行数除以预算数",
        "核对执行数、预算数和执行率；预算数是 0 时不要填百分比。", "409.95 ÷ 609.95 = 67.21%。",
        Basis.ARITHMETIC, Kind.ACCURACY, rates.execution_rates,
        right="执行数除以预算数",
    ),
    Rule(
        "F2s", "预算执行率得分等于 10 分乘以执行率，最多 10 分",
        "核对执行率和它的得分。", "执行率 67.21%，得 6.72 分。",
        Basis.SCORING, Kind.ACCURACY, rates.execution_scores, Severity.WARNING,
        right="10 分乘以执行率",
    ),
    Rule(
        "F3", "任何一项的得分不超过分值",
        "核对这一项的得分和分值，看是否填错一栏。", "分值 10 分的指标最多得 10 分。",
        Basis.SCORING, Kind.ACCURACY, points.scores_within_weights, exact=True,
    ),
    Rule(
        "F3r", "没有得满分、没有达到目标的指标写明原因和改进措施",
        "在偏差原因和改进措施栏里补写。", "固定资产利用率完成 43.21%，写了原因和措施。",
        Basis.SCORING, Kind.COMPLETENESS, reasons.losses_explained, Severity.WARNING,
    ),
    Rule(
        "F3d", "减分项写明为什么减分",
        "在文字里说明减分的原因。", "减分项 7.721 分，应当说明原因。",
        Basis.SCORING, Kind.COMPLETENESS, reasons.deductions_explained, Severity.NOTE,
    ),
    Rule(
        "F4", "完成程度等于完成值除以目标值，最多 100%；越少越好的反过来除",
        "核对目标值、完成值和完成程度。", "目标不超过 5%，完成 5.25%，完成程度 5 ÷ 5.25 = 0.95。",
        Basis.SCORING, Kind.ACCURACY, targets.completions, Severity.WARNING,
        right="由目标值和完成值算出的完成程度",
    ),
    Rule(
        "F4e", "要求等于目标值的指标，不相等就不是全部完成",
        "核对运算符号和完成值；如果本意是“不少于”，目标应当用 ≥。", "目标 = 1 天，完成 3 天，不能算 100%。",
        Basis.SCORING, Kind.ACCURACY, targets.equalities, Severity.WARNING,
    ),
    Rule(
        "F4z", "结转结余变动率要有年初结转结余作基数",
        "年初没有结转结余的，写明“基数为 0，不可比”。", "年初结转结余是 0，变动率没有意义。",
        Basis.ARITHMETIC, Kind.ACCURACY, targets.changes_on_nothing, Severity.NOTE,
    ),
    Rule(
        "F5", "自评表的全年执行数和文字里同一项目的支出是同一个数",
        "核对自评表和文字；自评表如果包括别的资金，在文字里说明。", "自评表 131 万元，文字 131 万元。",
        Basis.PRACTICE, Kind.ACCURACY, projects.amounts_in_text, Severity.WARNING,
    ),
    Rule(
        "F5s", "各项目自评表的执行数之和不超过项目支出",
        "核对各张自评表的执行数和公开03表的项目支出。", "各项目执行数之和不超过公开03表的 635.36。",
        Basis.ARITHMETIC, Kind.ACCURACY, projects.projects_within_expenditure, Severity.WARNING,
        left="各项目自评表执行数之和",
    ),
    Rule(
        "F5t", "整体自评表各项任务的执行金额之和不超过本年支出",
        "核对各项任务的执行金额和公开03表的合计。", "各项任务执行金额之和 535.75 不超过本年支出 1,262.08。",
        Basis.ARITHMETIC, Kind.ACCURACY, projects.tasks_within_expenditure, Severity.WARNING,
        left="各项任务执行金额之和",
    ),
    Rule(
        "F5b", "整体自评表的年初预算不少于文字里的财政拨款年初预算",
        "核对整体自评表的年初预算支出金额；它应当包括项目支出。",
        "支出 1,262.08，完成年初预算的 113.27%，年初预算约 1,114.22。",
        Basis.ARITHMETIC, Kind.ACCURACY, projects.budget_of_unit, Severity.WARNING,
        right="由文字推算的年初预算",
    ),
    Rule(
        "F5c", "项目总成本指标和项目的预算、执行数一致",
        "核对总成本指标的目标值、完成值和项目金额。", "总成本完成 20.38 = 全年执行数 20.38。",
        Basis.PRACTICE, Kind.ACCURACY, projects.costs_in_forms, Severity.NOTE,
    ),
    Rule(
        "F7", "完成情况里的总额等于后面各项之和",
        "核对总额和各项金额。", "总额 264.718323 = 211.218323 + 53.5。",
        Basis.ARITHMETIC, Kind.ACCURACY, parts.parts_of_totals,
        right="后面各项之和",
    ),
    Rule(
        "F7u", "完成情况里“共使用”的资金等于前面同一种资金之和",
        "核对前面各处同一种资金的金额。", "共使用 341.948323 = 211.218323 + 130.73。",
        Basis.ARITHMETIC, Kind.ACCURACY, parts.amounts_used_in_all,
        right="前面各处之和",
    ),
    Rule(
        "F8", "同一个指标、同样的目标和完成值，各张表按同一标准得分",
        "统一各张自评表的评分标准。", "同一指标，一张表得 5/10 分，另一张表得 0/4.5 分，标准不一样。",
        Basis.SCORING, Kind.ACCURACY, standards.same_shares, Severity.WARNING,
    ),
    Rule(
        "F8t", "同一个指标在各张表里目标相同",
        "统一各张自评表的目标。", "同一指标，一张表目标 ≥ 95%，另一张表目标 = 100%。",
        Basis.SCORING, Kind.ACCURACY, standards.same_targets, Severity.NOTE,
    ),
    Rule(
        "F9", "完成情况里的比率等于前面两个数之比",
        "核对件数和比率。", "239 ÷ 242 = 98.76%。",
        Basis.ARITHMETIC, Kind.ACCURACY, ratios.ratios_of_counts,
        right="前面两个数之比",
    ),
    Rule(
        "F9i", "完成情况里的比率和同一指标的完成值是同一个数",
        "核对完成情况和指标表。", "完成情况里办结率 98.76% = 指标完成值 98.76。",
        Basis.FORM, Kind.ACCURACY, ratios.ratios_of_indicators, Severity.WARNING, exact=True,
    ),
    Rule(
        "F10", "两张自评表里同一段文字的数相同",
        "核对两张表的完成情况。", "两张表都写“化解 501 件”。",
        Basis.FORM, Kind.ACCURACY, retold.same_sentences, Severity.WARNING, exact=True,
    ),
)  # fmt: skip
