"""The rules of the text: its figures against tables, forms and each other, and its words."""

from disclosures.checks.narrative.faults import comparisons, former, implied, leftovers, twice
from disclosures.checks.narrative.rules import amounts, differences, relations, scores, words
from disclosures.checks.narrative.rules.families import of_percentages, on_text
from disclosures.checks.outcomes import Severity
from disclosures.checks.rules import Basis, Kind, Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "D1", "文字里的金额和表里是同一个数",
        "核对文字和表里的这个数，改成一致。", "文字写基本支出 626.72 万元，公开03表基本支出合计 626.72 万元。",
        Basis.FORM, Kind.ACCURACY, on_text(amounts.amounts_in_tables),
        right="表里几个数之和",
    ),
    Rule(
        "D1s", "文字里的占比等于部分除以总数",
        "用文字写明的部分和总数重新计算这个百分比。", "基本支出 626.72 ÷ 支出总计 1,262.08 = 49.66%。",
        Basis.ARITHMETIC, Kind.ACCURACY, of_percentages,
        right="重新计算的百分比",
    ),
    Rule(
        "D1d", "增减数等于今年数减去上年数，或者决算数减去预算数",
        "核对增减数、今年的数和拿来比较的数。", "决算数 2.00，预算数 3.00：比预算减少 1.00。",
        Basis.ARITHMETIC, Kind.ACCURACY, on_text(differences.differences),
        right="两个数之差",
    ),
    Rule(
        "D1y", "增减的百分比等于增减数除以上年数或预算数，增减方向一致",
        "上年数等于今年数减去增减数；重新计算百分比，核对增加、减少的用词。",
        "比上年减少 331.83，今年 1,262.08：331.83 ÷（1,262.08 + 331.83）= 20.82%。",
        Basis.ARITHMETIC, Kind.ACCURACY, of_percentages,
        right="重新计算的百分比",
    ),
    Rule(
        "D2", "基本支出和项目支出的增减加起来等于总数的增减",
        "核对三个增减数。", "减少 10.17 + 减少 321.66 = 减少 331.83。",
        Basis.ARITHMETIC, Kind.ACCURACY, on_text(relations.changes),
        right="基本支出与项目支出的增减之和",
    ),
    Rule(
        "D3", "完成预算的百分比等于决算数除以写明的那种预算数",
        "看清写的是年初预算还是全年预算，用那个数重新计算。", "“三公”经费 7.24 ÷ 预算数 3.00 = 241.33%。",
        Basis.ARITHMETIC, Kind.ACCURACY, of_percentages,
        right="重新计算的百分比",
    ),
    Rule(
        "D4", "基数为 0 时不写百分比",
        "改写成“基数为 0，不可比”，或者不写百分比。", "预算数为 0，写“完成预算的 0.00%”或“100.00%”都没有意义。",
        Basis.ARITHMETIC, Kind.ACCURACY, of_percentages, Severity.WARNING, exact=True,
    ),
    Rule(
        "D5", "列出的项目加起来不超过它们所属的支出",
        "核对列出的各个项目和总数。", "列出的 8 个项目之和 635.36 = 项目支出 635.36。",
        Basis.ARITHMETIC, Kind.ACCURACY, on_text(relations.named_projects),
        right="列出的各项之和",
    ),
    Rule(
        "D5i", "文字列举的经济科目在基本支出表里有数",
        "没有发生的科目不要列举。", "文字写公用经费包括印刷费，公开06表的印刷费是空白。",
        Basis.PRACTICE, Kind.FORM, on_text(words.items_with_figures), Severity.NOTE,
    ),
    Rule(
        "D6", "文字里前后两次写的同一件事是同一个数",
        "核对两处文字。", "前面写公务用车保有量 2 辆，后面也写 2 辆。",
        Basis.PRACTICE, Kind.ACCURACY, on_text(amounts.said_twice),
    ),
    Rule(
        "D7", "采购、车辆、接待的各部分和总数对得上",
        "核对总数和各部分。", "车辆 2 辆 = 机要通信用车 1 辆 + 应急保障用车 1 辆。",
        Basis.ARITHMETIC, Kind.ACCURACY, on_text(relations.families),
        right="各部分之和",
    ),
    Rule(
        "D7u", "文字里的单位数等于名单里的单位数",
        "核对编制范围内的单位名单。", "写 1 家，名单里有 1 家。",
        Basis.ARITHMETIC, Kind.ACCURACY, on_text(scores.numbers_of_units), Severity.WARNING,
        right="名单里的单位",
    ),
    Rule(
        "D8", "文字里类、款、项的名称和表里一致",
        "以表里的科目名称为准，改文字。", "表里是“行政事业单位养老支出”，文字写旧名称“行政事业单位离退休”。",
        Basis.FORM, Kind.FORM, on_text(words.names_of_codes), Severity.NOTE,
    ),
    Rule(
        "D9", "文字里的收入总计等于支出总计",
        "核对两个总计。", "收入总计 1,262.08 = 支出总计 1,262.08。",
        Basis.ARITHMETIC, Kind.ACCURACY, on_text(relations.totals),
    ),
    Rule(
        "D10", "封面和标题说的是同一种决算",
        "统一写成单位决算或部门决算。", "封面写单位决算，标题写部门决算。",
        Basis.PRACTICE, Kind.FORM, on_text(words.scope_of_accounts), Severity.NOTE,
    ),
    Rule(
        "D11", "没有模板留下的字样和重复的词",
        "删去重复的词，把模板里要选择、要填写的地方改完。", "“增加（减少）”“XX 万元”“用于用于”。",
        Basis.PRACTICE, Kind.FORM, on_text(words.residue), Severity.NOTE,
    ),
    Rule(
        "D12", "金额写明单位，百分比带百分号",
        "补上万元、元或百分号，核对数的大小。", "“0.00 万”缺“元”。",
        Basis.PRACTICE, Kind.FORM, on_text(words.units_of_figures), Severity.NOTE,
    ),
    Rule(
        "C12", "机关运行经费不超过公用经费合计，写明一致的相等",
        "核对机关运行经费和公开06表的公用经费合计。", "机关运行经费 121.12 = 公用经费合计 121.12。",
        Basis.FORM, Kind.ACCURACY, on_text(amounts.agency_running),
    ),
    Rule(
        "F6", "文字里的自评得分和自评表的总得分是同一个数",
        "核对文字和自评表。", "文字写信访维稳经费 86.5 分，它的自评表总得分 86.5。",
        Basis.SCORING, Kind.ACCURACY, on_text(scores.scores), exact=True,
    ),
    Rule(
        "F6a", "项目自评平均分等于各项目得分的平均",
        "用文字里各项目的得分重新计算。", "(86.5 + 100 + 90 + 79) ÷ 4 = 88.875。",
        Basis.ARITHMETIC, Kind.ACCURACY, on_text(scores.average), exact=True,
        right="各项目得分的平均",
    ),
    Rule(
        "F6n", "公开的自评表不多于文字里说的个数",
        "核对自评表的张数。", "文字写项目绩效自评 4 个，公开了 4 张项目自评表。",
        Basis.ARITHMETIC, Kind.COMPLETENESS, on_text(scores.numbers_of_forms), Severity.WARNING,
        right="公开的自评表",
    ),
    Rule(
        "D3p", "按完成率推算，各部分的预算加起来等于总的预算",
        "核对各项的完成率，看是否有年初安排了预算、没有支出的科目没有列出。",
        "支出 1,262.08，完成 113.27%，预算约 1,114.22；各个科目推算的预算之和约 1,111.61。",
        Basis.ARITHMETIC, Kind.ACCURACY, on_text(implied.implied_budgets), Severity.NOTE,
        left="总数按完成率推算的预算", right="各部分按完成率推算的预算之和",
    ),
    Rule(
        "D6p", "同一段文字里同一项支出是同一个数",
        "核对这一段里前后两个数。", "同一段里公务接待费前面写 56.12 万元，后面写 57.80 万元，不相同。",
        Basis.PRACTICE, Kind.ACCURACY, on_text(twice.amounts_in_one_paragraph),
    ),
    Rule(
        "D8y", "科目用的是决算那一年的名称",
        "改成这一年的科目名称。", "2023 年的 210 类叫“卫生健康支出”，不叫“医疗卫生与计划生育支出”。",
        Basis.PRACTICE, Kind.FORM, on_text(former.names_of_other_years), Severity.NOTE,
    ),
    Rule(
        "D10t", "单位决算的文字不说部门决算、部门预算",
        "改成单位决算、单位预算。", "单位决算里写“部门预算安排购置车辆”。",
        Basis.PRACTICE, Kind.FORM, on_text(leftovers.own_scope), Severity.NOTE,
    ),
    Rule(
        "D11c", "句子写完整，原因没有漏写",
        "补上原因或内容。", "“主要原因是。”后面没有写原因。",
        Basis.PRACTICE, Kind.FORM, on_text(leftovers.cut_sentences), Severity.NOTE,
    ),
    Rule(
        "D13", "增减和上一年比，年份写全",
        "改成上一年，或补全年份。", "2023 年度决算写“与 2021 年相比”“与 202 年相比”。",
        Basis.PRACTICE, Kind.FORM, on_text(comparisons.compared_years), Severity.WARNING,
    ),
    Rule(
        "D13h", "标题和目录里的年度是决算的年度",
        "改成决算的年度。", "2023 年度决算的目录写“2022 年度预算绩效情况”“202 年度”。",
        Basis.PRACTICE, Kind.FORM, on_text(comparisons.years_of_headings), Severity.NOTE,
    ),
    Rule(
        "D14", "说持平的没有增减",
        "核对增减数，改成持平，或写明增减。", "“比上年减少 3.00 万元，与上年持平”。",
        Basis.PRACTICE, Kind.FORM, on_text(comparisons.unchanged), Severity.WARNING,
    ),
)  # fmt: skip
