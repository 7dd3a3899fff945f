"""Every standard sentence of 决算情况说明, a row each in the order of the chapter: what stands in braces is a figure.

What only the unit knows is a gap, as `gaps.py` marks it. `said` puts the figures in.
"""

PATTERNS = {
    # 一、收入支出决算总体情况说明
    "income": "（一）收入总计{whole}，包括：",
    "first source": "1.{title}{amount}{share}。其中：{purses}。",
    "source": "{n}.{title}{amount}{share}。",
    "income against last year": "与上年相比，今年收入总计{change}，主要原因：【待填：主要原因】。",
    "expenditure": "（二）支出总计{whole}，包括：",
    "kind of expenditure": "{n}.{title}{amount}{share}。",
    "expenditure against last year": "与上年相比，今年支出总计{change}，主要原因：【待填：主要原因】。",
    "closing balance": "（三）年末结转和结余{whole}。",
    "closing balance against last year": "与上年相比，今年年末结转和结余{change}，主要原因：【待填：主要原因】。",
    # 二、财政拨款支出决算情况说明
    "fiscal": (
        "{year}年度财政拨款支出{whole}，其中：基本支出{basic}，项目支出{project}。"
        "与上年相比，财政拨款支出{change}，主要原因：【待填：主要原因】。"
        "与年初预算相比，{year}年度财政拨款支出完成年初预算的【待填：百分之几】，其中："
        "基本支出完成年初预算的【待填：百分之几】，项目支出完成年初预算的【待填：百分之几】。"
    ),
    "by function": "{year}年度一般公共预算财政拨款支出{whole}。按支出功能分类科目分，包括：",
    "class": "{n}.{name}{amount}，具体包括：",
    "class without items": "{n}.{name}{amount}。",
    "item": (
        "（{n}）{name}{amount}，主要是【待填：用于什么】等支出，完成年初预算的【待填：百分之几】，"
        "决算数与年初预算数存在差异的主要原因是【待填：原因】。"
    ),
    "no other purse": "本单位{year}年度无{purse}财政拨款支出。",
    "other purse": "本单位{year}年度{purse}财政拨款支出{whole}，主要用于【待填：用于什么】。",
    # 三、财政拨款“三公”经费支出决算情况说明
    "three public": (
        "{year}年度财政拨款安排的“三公”经费支出{whole}{completion}，决算数{against}预算数的主要原因是【待填：原因】。"
        "其中：因公出国（境）费{travel}，公务接待费{reception}，公务用车购置及运行费{vehicles}。"
    ),
    "travel": (
        "1.因公出国（境）费{amount}{share}{completion}，决算数{against}预算数的主要原因是【待填：原因】。"
        "{year}年参加出国（境）团组【待填：数量】个，累计【待填：数量】人次。"
        "因公出国（境）费与上年相比{change}，主要原因是【待填：原因】。"
    ),
    "reception": (
        "2.公务接待费{amount}{share}{completion}，决算数{against}预算数的主要原因是【待填：原因】。"
        "{year}年国内公务接待累计【待填：数量】批次、【待填：数量】人；"
        "其中外事接待累计【待填：数量】批次、【待填：数量】人。"
        "公务接待费与上年相比{change}，主要原因是【待填：原因】。"
    ),
    "vehicles": (
        "3.公务用车购置及运行费{amount}{share}{completion}，决算数{against}预算数的主要原因是【待填：原因】。"
        "公务用车购置及运行费与上年相比{change}，主要原因是【待填：原因】。"
    ),
    "vehicles bought and run": (
        "其中：公务用车购置费{bought}，当年购置公务用车【待填：辆数】辆。公务用车运行维护费{run}，"
        "主要用于【待填：用于什么】等，截至年末使用财政拨款开支运行维护费的公务用车保有量【待填：辆数】辆。"
    ),
    # 四、一般公共预算财政拨款基本支出决算情况说明
    "basic": (
        "{year}年度一般公共预算财政拨款基本支出{whole}，其中：人员经费{staff}，主要包括{staff_names}等；"
        "公用经费{operating}，主要包括{operating_names}等。"
    ),
    # 五、其他重要事项的情况说明
    "running costs": (
        "{year}年机关运行经费支出{whole}，与上年相比{change}，"
        "主要原因：【待填：主要原因；不是行政单位或参公事业单位的，改写为没有机关运行经费】。"
    ),
    "purchases": (
        "{year}年政府采购支出总额【待填：金额】{unit}，其中：政府采购货物支出【待填：金额】{unit}，"
        "政府采购工程支出【待填：金额】{unit}，政府采购服务支出【待填：金额】{unit}。"
        "授予中小企业合同金额【待填：金额】{unit}，占政府采购支出总额的【待填：百分之几】。"
    ),
    "property": (
        "截至{year}年12月31日，本单位共有车辆【待填：数量】辆；单价50万元以上通用设备【待填：数量】台（套），"
        "单价100万元以上专用设备【待填：数量】台（套）。"
    ),
    "performance": "本单位对{year}年度项目支出开展绩效自评，涉及项目{count}个，涉及资金【待填：金额】{unit}。",
}


def said(pattern: str, **figures: str | int) -> str:
    """The sentence with its figures, each as the document prints it."""
    return PATTERNS[pattern].format(**figures)
