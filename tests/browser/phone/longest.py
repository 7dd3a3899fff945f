"""A made-up unit that asks the most of a narrow page: a name of three lines, amounts of billions in 元, five years."""

from random import Random

from disclosures.classification.loading import load_missing
from disclosures.demo.drawn import draw
from disclosures.demo.made_up import MARK, MadeUp, written_out
from disclosures.demo.planted import plant
from disclosures.demo.profile import Profile
from disclosures.demo.years import summed
from disclosures.publication import workflow
from disclosures.statements.models import STATEMENTS, AmountUnit, Unit
from disclosures.statements.saving import save_parts

NAME = f"中共新疆维吾尔自治区巴音郭楞蒙古自治州和硕县委员会非公有制经济组织和社会组织工作委员会办公室（本级）{MARK}"
REGION, CODE = "652828", "900999"
ADDRESS = f"/units/{REGION}-{CODE}/"
LINK = "https://www.example.gov.cn/xxgk/fdzdgknr/czxx/bmyjsgk/bmjs/202408/t20240815_1234567890.html"
TIMES = 900  # the amounts of a usual unit so often: 20 billion 元 in all
PROFILE = Profile(
    unit=AmountUnit.YUAN, items=16, projects=3, funds=True, state_capital=True, own_income=True, carry_over=True,
    refund=True, zeros=frozenset(STATEMENTS),
)  # fmt: skip


def publish_longest() -> None:
    """Its years 2019 to 2023, published; the last one with a contradiction in it."""
    load_missing(REGION)
    unit = Unit.objects.create(region_id=REGION, code=CODE, name=NAME, is_made_up=True)
    for year in range(2019, 2024):
        made = _made(unit, year)
        if year == 2023:
            plant(Random(3), made)
        made.disclosure.save(force_insert=True)
        save_parts(made.disclosure, made.parts())
        workflow.submit(made.disclosure)
        workflow.publish(made.disclosure)


def _made(unit: Unit, year: int) -> MadeUp:
    exact = summed([(draw(Random(7), PROFILE, year), TIMES + 40 * (year - 2019))])
    made = written_out(Random(year), exact, PROFILE, unit, year)
    made.paragraphs[-1].text += f"详见{LINK}"
    for form in made.forms:
        form.form.name = f"{form.form.name}（{NAME}统筹整合安排的上级专项转移支付资金）"[:200]
        for indicator in form.indicators:
            indicator.name = f"{indicator.name}和全年各项重点工作任务按时保质保量完成的比率"
    return made
