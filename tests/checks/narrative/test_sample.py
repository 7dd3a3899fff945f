"""Every figure in the narrative of the real documents with its meaning, reviewed by hand, and every finding on them."""

from disclosures.checks.checking import check
from disclosures.checks.register.text import RULES
from tests.checks.samples import FUSHUN, PUTUO, read_sample

# Line of the document, figure, what became of it, what it means.
FIGURES = """\
57 | 1家 | equal | 编制范围内的预算单位
63 | 1262.08 万元 | equal | 收入总计
65 | 1262.08 万元 | equal | 财政拨款收入
65 | 100.00% | equal | 财政拨款收入占收入总计的比重
65 | 1262.08 万元 | equal | 一般公共预算财政拨款收入
65 | 0.00 万元 | equal | 政府性基金预算财政拨款收入
65 | 0.00 万元 | equal | 国有资本经营预算财政拨款收入
66 | 0.00 万元 | equal | 上级补助收入
66 | 0.00% | equal | 上级补助收入占收入总计的比重
67 | 0.00 万元 | equal | 事业收入
67 | 0.00% | equal | 事业收入占收入总计的比重
68 | 0.00 万元 | equal | 经营收入
68 | 0.00% | equal | 经营收入占收入总计的比重
69 | 0.00 万元 | equal | 附属单位上缴收入
69 | 0.00% | equal | 附属单位上缴收入占收入总计的比重
70 | 0.00 万元 | equal | 其他收入
70 | 0.00% | equal | 其他收入占收入总计的比重
71 | 0.00 万元 | equal | 使用非财政拨款结余
71 | 0.00% | equal | 使用非财政拨款结余占收入总计的比重
72 | 0.00 万元 | equal | 上年结转和结余
72 | 0.00% | equal | 上年结转和结余占收入总计的比重
74 | 331.83 万元 | equal | 收入总计比上年减少的数
74 | 20.82% | equal | 收入总计比上年降低的百分比
74 | 10.17 万元 | equal | 基本支出比上年减少的数
74 | 1.60% | equal | 基本支出比上年减少的百分比
74 | 321.66 万元 | equal | 项目支出比上年减少的数
74 | 33.61% | equal | 项目支出比上年减少的百分比
76 | 1262.08 万元 | equal | 支出总计
78 | 626.72 万元 | equal | 基本支出
78 | 49.66% | equal | 基本支出占支出总计的比重
78 | 457.18 万元 | equal | 工资福利支出
78 | 121.12 万元 | equal | 商品和服务支出
78 | 48.41 万元 | equal | 对个人和家庭的补助
80 | 635.36 万元 | equal | 项目支出
80 | 50.34% | equal | 项目支出占支出总计的比重
80 | 8.91 万元 | equal | 项目支出中的“信访局特殊时期维稳安保经费”
80 | 20.38 万元 | equal | 项目支出中的“其他非编制内长期聘用人员”
80 | 122.18 万元 | equal | 项目支出中的“信访维稳经费”
80 | 5.36 万元 | equal | 项目支出中的“信访维稳经费-培训费”
80 | 131 万元 | equal | 项目支出中的“省以上解决特殊疑难信访问题补助资金”
80 | 1.63 万元 | equal | 项目支出中的“市信访局专项业务经费”
80 | 3.95 万元 | equal | 项目支出中的“市积案化解先进集体、先进个人表彰款”
80 | 341.95 万元 | broken | 项目支出中的“解决疑难信访案件救助资金”
82 | 0.00 万元 | equal | 上缴上级支出
82 | 0.00% | equal | 上缴上级支出占支出总计的比重
84 | 0.00 万元 | equal | 经营支出
84 | 0.00% | equal | 经营支出占支出总计的比重
86 | 0.00 万元 | equal | 对附属单位补助支出
86 | 0.00% | equal | 对附属单位补助支出占支出总计的比重
88 | 331.83 万元 | equal | 支出总计比上年减少的数
88 | 20.82% | equal | 支出总计比上年降低的百分比
88 | 10.17 万元 | equal | 基本支出比上年减少的数
88 | 1.60% | equal | 基本支出比上年减少的百分比
88 | 321.66 万元 | equal | 项目支出比上年减少的数
88 | 33.61% | equal | 项目支出比上年减少的百分比
90 | 0.00 万元 | equal | 年末结转和结余
98 | 1262.08 万元 | equal | 财政拨款支出
98 | 626.72 万元 | equal | 基本支出
98 | 635.36 万元 | equal | 项目支出
98 | 331.83 万元 | equal | 财政拨款支出比上年减少的数
98 | 20.82% | equal | 财政拨款支出比上年降低的百分比
98 | 10.17 万元 | equal | 基本支出比上年减少的数
98 | 1.60% | equal | 基本支出比上年减少的百分比
98 | 321.66 万元 | equal | 项目支出比上年减少的数
98 | 33.61% | equal | 项目支出比上年减少的百分比
98 | 113.27% | broken | 财政拨款支出完成年初预算的百分比
98 | 105.25% | not_checkable | 基本支出完成年初预算的百分比
98 | 122.48% | not_checkable | 项目支出完成年初预算的百分比
104 | 1262.08 万元 | equal | 一般公共预算财政拨款支出
106 | 1083.57 万元 | equal | 一般公共服务支出
108 | 448.21 万元 | equal | 行政运行
108 | 108.30% | not_checkable | 行政运行完成年初预算的百分比
110 | 635.36 万元 | equal | 信访事务
110 | 8.91 万元 | equal | 信访事务中的“信访局特殊时期维稳安保经费”
110 | 20.38 万元 | equal | 信访事务中的“其他非编制内长期聘用人员”
110 | 122.18 万元 | equal | 信访事务中的“信访维稳经费”
110 | 5.36 万元 | equal | 信访事务中的“信访维稳经费-培训费”
110 | 131 万元 | equal | 信访事务中的“省以上解决特殊疑难信访问题补助资金”
110 | 1.63 万元 | equal | 信访事务中的“市信访局专项业务经费”
110 | 3.95 万元 | equal | 信访事务中的“市积案化解先进集体、先进个人表彰款”
110 | 341.95 万元 | broken | 信访事务中的“解决疑难信访案件救助资金”
110 | 122.48% | not_checkable | 信访事务完成年初预算的百分比
114 | 115.80 万元 | equal | 社会保障和就业支出
116 | 27.40 万元 | equal | 行政单位离退休
116 | 64.90% | not_checkable | 行政单位离退休完成年初预算的百分比
116 | 1 人 | unlinked |
118 | 48.03 万元 | equal | 机关事业单位基本养老保险缴费支出
118 | 96.21% | not_checkable | 机关事业单位基本养老保险缴费支出完成年初预算的百分比
118 | 3 人 | unlinked |
120 | 13.89 万元 | equal | 机关事业单位职业年金缴费支出
120 | 198.43% | not_checkable | 机关事业单位职业年金缴费支出完成年初预算的百分比
122 | 26.48 万元 | equal | 死亡抚恤
122 | 132.40% | equal | 死亡抚恤完成年初预算的百分比
122 | 20 万元 | equal | 死亡抚恤的年初预算数
124 | 22.68 万元 | equal | 卫生健康支出
126 | 22.68万元 | equal | 行政单位医疗
126 | 105.55% | not_checkable | 行政单位医疗完成年初预算的百分比
128 | 40.01万元 | equal | 住房保障支出
130 | 40.01万元 | equal | 住房公积金
130 | 104.25% | not_checkable | 住房公积金完成年初预算的百分比
142 | 7.24万元 | equal | “三公”经费支出
142 | 241.33% | equal | “三公”经费支出完成预算的百分比
142 | 4.24万元 | unlinked |
142 | 0.00万元 | equal | 因公出国（境）费
142 | 4.24万元 | equal | 公务接待费
142 | 3.00万元 | equal | 公务用车购置及运行费
144 | 0.00万元 | equal | 因公出国（境）费
144 | 0.00% | equal | 因公出国（境）费占“三公”经费支出的比重
144 | 0.00% | undefined | 因公出国（境）费完成预算的百分比
144 | 0个 | not_checkable | 出国（境）团组数
144 | 0人次 | not_checkable | 出国（境）人次
148 | 4.24 万元 | equal | 公务接待费
148 | 58.56% | equal | 公务接待费占“三公”经费支出的比重
148 | 0.00% | undefined | 公务接待费完成预算的百分比
148 | 1 批次 | equal | 国内公务接待批次
148 | 19 人 | equal | 国内公务接待人次
148 | 4.24 万元 | equal | 国内公务接待支出
148 | 0 批次 | equal | 外事接待批次
148 | 0 人 | equal | 外事接待人次
148 | 0.00 万元 | equal | 外事接待支出
148 | 4.24 万元 | not_checkable | 公务接待费比上年增加的数
148 | 0.00% | undefined | 公务接待费比上年增长的百分比
150 | 3.00 万元 | equal | 公务用车购置及运行费
150 | 41.44% | equal | 公务用车购置及运行费占“三公”经费支出的比重
150 | 100.00% | equal | 公务用车购置及运行费完成预算的百分比
150 | 5.28 万元 | equal | 公务用车购置及运行费比上年减少的数
150 | 63.77% | equal | 公务用车购置及运行费比上年降低的百分比
150 | 0.8 万元 | unlinked |
152 | 0.00 万元 | equal | 公务用车购置费
152 | 0 辆 | not_checkable | 购置公务用车
152 | 3.00 万元 | equal | 公务用车运行维护费
152 | 2 台 | equal | 公务用车保有量
152 | 2 辆 | equal | 公务用车保有量
156 | 626.71 万元 | equal | 一般公共预算财政拨款基本支出
156 | 505.59 万元 | equal | 人员经费
156 | 121.12 万元 | equal | 公用经费
164 | 121.12 万元 | equal | 机关运行经费
164 | 10.37 万元 | equal | 机关运行经费比上年增加的数
164 | 9.36% | equal | 机关运行经费比上年增长的百分比
168 | 0.00 万元 | equal | 政府采购支出总额
168 | 0.00 万元 | equal | 政府采购货物支出
168 | 0.00 万元 | equal | 政府采购工程支出
168 | 0.00 万元 | equal | 政府采购服务支出
168 | 0.00 万元 | equal | 授予中小企业合同金额
168 | 0.00% | undefined | 授予中小企业合同金额占政府采购支出总额的比重
168 | 0.00 万元 | equal | 授予小微企业合同金额
168 | 0.00% | undefined | 授予小微企业合同金额占授予中小企业合同金额的比重
168 | 0.00% | undefined | 货物采购授予中小企业合同金额占政府采购货物支出的比重
168 | 0.00% | undefined | 工程采购授予中小企业合同金额占政府采购工程支出的比重
168 | 0.00% | undefined | 服务采购授予中小企业合同金额占政府采购服务支出的比重
172 | 2 辆 | equal | 车辆
172 | 0 辆 | equal | 副省级以上领导干部用车
172 | 0 辆 | equal | 主要领导干部用车
172 | 1 辆 | equal | 机要通信用车
172 | 1 辆 | equal | 应急保障用车
172 | 0 辆 | equal | 执法执勤用车
172 | 0 辆 | equal | 特种专业技术用车
172 | 0 辆 | equal | 离退休干部用车
172 | 0 辆 | equal | 其他用车
172 | 0 台（套） | not_checkable | 单价较高的设备数
176 | 1 个 | equal | 整体绩效自评
176 | 4 个 | equal | 项目绩效自评
176 | 100% | not_checkable | 绩效自评覆盖率
176 | 99.46 分 | equal | 整体自评得分
176 | 4 项 | equal | 项目绩效自评
176 | 86.5 分 | equal | 信访维稳经费的得分
176 | 100 分 | equal | 其他非编制内长期聘用人员的得分
176 | 90 分 | equal | 省以上解决特殊疑难信访问题补助资金的得分
176 | 79 分 | equal | 解决疑难信访案件救助资金的得分
176 | 88.875 分 | equal | 项目自评平均分
"""

REASONS = (
    "年中调整项目追加公务接待费4.24万元",
    "压减公务用车运行维护费 0.8 万元",
    "离休人员减少 1 人",
    "较上年减少 3 人",
)

FOUND = {
    "第 98 行": {"各个科目推算的年初预算之和 1,111.61 万元，相差 2.61 万元"},
    "第 144 行": {"因公出国（境）费的预算数为 0"},
    "第 148 行": {"公务接待费的预算数为 0", "公务接待费的上年数为 0"},
    "第 168 行": {
        "政府采购支出总额为 0", "可是授予中小企业合同金额为 0", "政府采购货物支出为 0", "政府采购工程支出为 0",
        "政府采购服务支出为 0",
    },
    "第 156 行": {"里有生活补助、奖励金，", "里有印刷费、差旅费、"},
    "第 150 行": {"“等原因等原因”重复了"},
    "第 152 行": {"“用于用于”重复了"},
}  # fmt: skip

FOUND_IN_PUTUO = {
    "第 17 页第 4 行": {"收入总计的上年数为 0"},
    "第 17 页第 14 行": {"财政拨款收入支出总计的上年数为 0"},
    "第 17 页第 19 行": {"一般公共预算财政拨款支出的上年数为 0"},
    "第 18 页第 9 行": {"年初预算数为 0。基数为 0，百分比没有意义。按全年预算数 321.02 万元 计算才是 95.89%"},
    "第 21 页第 18 行": {"机关运行经费的上年数为 0"},
    "第 22 页第 4 行": {"21.07 万元 + 21.07 万元，比文字里的“政府采购支出总额” 21.07 万元 多 21.07 万元"},
}


def said(path) -> list[str]:
    loaded = read_sample(path)
    places = {paragraph.position: paragraph.place for paragraph in loaded.paragraphs}
    return [
        f"{places[link.paragraph].split()[1]} | {' '.join(link.text.split())} | {link.sign} | {link.meaning}".rstrip()
        for link in check(loaded).links
    ]


def findings(path, outcome: str = "broken") -> list:
    codes = {rule.code for rule in RULES}
    return [one for one in check(read_sample(path)).results if one.rule in codes and one.outcome == outcome]


def unexplained(path, expected: dict[str, set[str]]) -> list[str]:
    """What is found beyond what was found by hand."""
    return [
        one.message
        for one in findings(path)
        if not any(words in one.message for words in expected.get(one.left.spot.place, ()))
    ]


def test_every_figure_of_the_narrative_has_the_meaning_that_a_reader_gives_it():
    assert said(FUSHUN) == FIGURES.splitlines()


def test_nine_of_ten_figures_are_linked_and_the_others_stand_in_reasons():
    links = check(read_sample(FUSHUN)).links
    unlinked = [link for link in links if link.sign == "unlinked"]
    assert len(unlinked) * 10 <= len(links)
    texts = {paragraph.position: paragraph.text for paragraph in read_sample(FUSHUN).paragraphs}
    ends = [texts[link.paragraph][: link.end] for link in unlinked]
    assert all(any(end.endswith(reason) for reason in REASONS) for end in ends)


def test_the_text_says_of_itself_what_was_found_by_hand_and_nothing_else():
    assert unexplained(FUSHUN, FOUND) == []
    assert len(findings(FUSHUN)) == sum(map(len, FOUND.values()))


def test_the_text_of_another_place_says_what_was_found_by_hand_and_nothing_else():
    assert unexplained(PUTUO, FOUND_IN_PUTUO) == []
    assert len(findings(PUTUO)) == sum(map(len, FOUND_IN_PUTUO.values()))
    assert [link.text for link in check(read_sample(PUTUO)).unlinked] == []


def test_a_share_that_was_made_to_fit_100_percent_is_a_tail():
    (tail,) = findings(PUTUO, "rounding")
    assert "9.55%" in tail.message
    assert "各项占比合计 100%" in tail.message
