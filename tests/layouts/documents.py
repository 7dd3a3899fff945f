"""A made-up disclosure in a layout: its tables in their order, other tables among them, forms at the end."""

from dataclasses import dataclass
from random import Random

from disclosures.demo.made_up import MadeUp
from disclosures.demo.performance import MadeForm
from disclosures.statements.models import STATEMENTS, PerformanceForm
from tests.layouts.tables.accounts import lay_account
from tests.layouts.tables.captions import CENTRAL, Around
from tests.layouts.tables.classified import lay_classified
from tests.layouts.tables.economic import lay_economic
from tests.layouts.tables.forms import lay_form
from tests.layouts.tables.laid import Laid
from tests.layouts.tables.local_tables import local_tables
from tests.layouts.tables.national_form import lay_national_form
from tests.layouts.tables.printing import Printer
from tests.layouts.tables.three_public import lay_three_public
from tests.layouts.traits import Layout

SIGNATURES = "单位负责人：      财务负责人：      制表人："

_LAYING = {
    "01": lay_account, "04": lay_account, "06": lay_economic, "07": lay_three_public,
}  # fmt: skip


@dataclass(frozen=True)
class LaidOut:
    """A document before it is written; `tables` are statements and local tables in their order."""

    made_up: MadeUp
    layout: Layout
    tables: list[Laid]
    forms: list[Laid]

    @property
    def contents(self) -> list[str]:
        """The list of tables that stands before them, where the layout has one."""
        if not self.layout["contents"]:
            return []
        return [f"{n}.{one.title}" for n, one in enumerate((one for one in self.tables if one.number), start=1)]

    @property
    def signatures(self) -> list[str]:
        """What is printed below each statement and belongs to none."""
        return [SIGNATURES] if self.layout["signatures"] else []

    @property
    def statements(self) -> dict[str, Laid]:
        """The tables that must be read, by number."""
        return {one.number: one for one in self.tables if one.number}


def lay_out(made_up: MadeUp, layout: Layout, seed: int) -> LaidOut:
    """Everything that the document prints, and what of it must be read as what."""
    random = Random(seed)
    printer = Printer(layout, made_up.precision)
    around = Around(layout, made_up.disclosure.unit_name, made_up.disclosure.year, made_up.profile.unit)
    tables = []
    for position, number in enumerate(_order(layout, random), start=1):
        lay = _LAYING.get(number, lay_classified)
        laid = lay(number, made_up.lines[number], printer, random)
        laid.printed_title = around.title(number, position, random)
        laid.caption = around.caption(number, position, laid.printed_title)
        laid.notes = around.notes(made_up.heads[number], laid.is_empty)
        laid.title = STATEMENTS[number].title
        tables.append(laid)
    for local in local_tables(layout["extra"]):
        local.printed_title, local.caption = local.title, [[local.title]]
        tables.insert(random.randint(1, len(tables)), local)
    forms = [_lay_form(one, printer, made_up.disclosure.year) for one in made_up.forms]
    return LaidOut(made_up, layout, tables, forms)


def _lay_form(made: MadeForm, printer: Printer, year: int) -> Laid:
    is_national = printer.layout["project form"] == "national" and made.form.kind == PerformanceForm.PROJECT
    return (lay_national_form if is_national else lay_form)(made, printer, year)


def _order(layout: Layout, random: Random) -> list[str]:
    official = list(STATEMENTS)
    return {
        "official": official,
        "central": list(CENTRAL),
        "shuffled": random.sample(official, len(official)),
    }[layout["order"]]
