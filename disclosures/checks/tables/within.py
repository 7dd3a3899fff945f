"""Within one table: what its own declaration promises, written nowhere else."""

from collections.abc import Iterator

from disclosures.checks.cell_figures import figure_at, figure_of
from disclosures.checks.cells import columns_on
from disclosures.checks.figures import Figure
from disclosures.checks.labels import Label, Named
from disclosures.checks.outcomes import Result
from disclosures.checks.sums import check_same, check_sum
from disclosures.classification.code_tree import CodeTree
from disclosures.statements.identities import Identity
from disclosures.statements.lines import AccountLine, AnyLine, ClassifiedLine, StatementLine
from disclosures.statements.loaded import LoadedDisclosure, row_key
from disclosures.statements.models import STATEMENTS

# ---------------------------------------------------------------------------------------------------------------------
# Between the columns of a row
# ---------------------------------------------------------------------------------------------------------------------


def sums_of_columns(rule: str, loaded: LoadedDisclosure) -> tuple[Result, ...]:
    """In each row, the column that the form calls a sum is the sum of the columns it names."""
    return loaded.derived(f"{rule} of columns", lambda found: tuple(_column_identities(rule, found, balances=False)))


def balances_of_funds(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """In each row, opening balance and income less expenditure is the closing balance."""
    yield from _column_identities(rule, loaded, balances=True)


def _column_identities(rule: str, loaded: LoadedDisclosure, *, balances: bool) -> Iterator[Result]:
    for number, model in STATEMENTS.items():
        for identity in model.column_identities(loaded.disclosure.year):
            if _is_balance(identity) != balances:
                continue
            for line in loaded.lines[number]:
                if issubclass(model, AccountLine) and identity.total not in _names(model, line.side):
                    continue
                yield from _columns_of_line(rule, loaded, line, identity)


def _is_balance(identity: Identity) -> bool:
    return any(sign < 0 for sign, _ in identity.terms)


def _names(model: type[StatementLine], side: str) -> set[str]:
    return {column.name for column in columns_on(model, side)}


def _columns_of_line(rule: str, loaded: LoadedDisclosure, line: AnyLine, identity: Identity) -> Iterator[Result]:
    total = figure_of(loaded, line, identity.total)
    addends = [(sign, figure_of(loaded, line, name)) for sign, name in identity.terms]
    if total.value is None and all(figure.value is None for _, figure in addends):
        return  # a row that prints nothing promises nothing
    yield check_sum(rule, loaded, total, addends, _sum_of_columns(addends))


def _sum_of_columns(addends: list[tuple[int, Figure]]) -> Label:
    printed = [figure for _, figure in addends if figure.value is not None]
    return Named("同一行其他 {} 栏之和", (len(printed),)) if len(printed) > 1 else Named("同一行其他各栏之和")


# ---------------------------------------------------------------------------------------------------------------------
# Between the rows of a table
# ---------------------------------------------------------------------------------------------------------------------


def sums_of_rows(number: str, rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """The rows of 公开`number`表 that the form calls sums."""
    if not loaded.has(number):
        return
    model = STATEMENTS[number]
    for identity in model.sums_of_rows(loaded.disclosure.year):
        for column in _columns_for(model, identity, loaded.disclosure.year):
            yield _rows_of_column(rule, loaded, number, identity, column)


def _columns_for(model: type[StatementLine], identity: Identity, year: int | None) -> list[tuple[str, str]]:
    """In which columns the identity holds: the total's and the parts', which differ across the sides of an account."""
    if not issubclass(model, AccountLine):
        return [(column.name, column.name) for column in model.columns(year)]
    left, right = identity.total.partition(":")[0], identity.terms[0][1].partition(":")[0]
    if left == right:
        return [(column.name, column.name) for column in model.columns_of(left, year)]
    return [(model.columns_of(left, year)[0].name, model.columns_of(right, year)[0].name)]


def _rows_of_column(
    rule: str, loaded: LoadedDisclosure, number: str, identity: Identity, columns: tuple[str, str]
) -> Result:
    total = figure_at(loaded, (number, identity.total, columns[0]))
    addends = [(sign, figure_at(loaded, (number, key, columns[1]))) for sign, key in identity.terms]
    if len(addends) == 1:
        return check_same(rule, loaded, total, addends[0][1])
    return check_sum(rule, loaded, total, addends, _sum_of_parts(addends))


def _sum_of_parts(addends: list[tuple[int, Figure | None]]) -> Label:
    printed = [figure for _, figure in addends if figure and figure.value is not None]
    if len(printed) == 1:
        return Named("其中唯一有数的一项{}", (printed[0].label,))
    return Named("有数的 {} 项之和", (len(printed),)) if printed else Named("各项之和")


# ---------------------------------------------------------------------------------------------------------------------
# Up the tree of codes
# ---------------------------------------------------------------------------------------------------------------------


def sums_of_codes(rule: str, loaded: LoadedDisclosure) -> tuple[Result, ...]:
    """A code is the sum of the codes below it, and the total the sum of the classes."""
    return loaded.derived(f"{rule} of codes", lambda found: tuple(_sums_of_codes(rule, found)))


def _sums_of_codes(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    for number, model in STATEMENTS.items():
        if issubclass(model, ClassifiedLine) and loaded.has(number):
            of_codes = CodeSums(loaded, number)
            for column in model.columns():
                yield from of_codes.sums(rule, column.name)


class CodeSums:
    """The rows of a table by their codes, compared along the tree of codes."""

    def __init__(self, loaded: LoadedDisclosure, number: str):
        self.loaded = loaded
        self.lines = {row_key(line): line for line in reversed(loaded.lines[number])}
        self.tree = CodeTree(sorted(key for key in self.lines if key.isdigit()))
        self.total = next((line for key, line in self.lines.items() if not key.isdigit() and line.code == ""), None)

    def sums(self, rule: str, column: str) -> Iterator[Result]:
        """A result for each code that has others below it, and one for the total."""
        for code in (*self.tree.codes, ""):
            line = self.lines[code] if code else self.total
            if not line or not self.tree.children[code]:
                continue
            total = figure_of(self.loaded, line, column)
            addends = [(1, figure_of(self.loaded, self.lines[child], column)) for child in self.tree.children[code]]
            if total.value is None and all(figure.value is None for _, figure in addends):
                continue
            what = Named("下面 {} 个科目之和", (sum(figure.value is not None for _, figure in addends),))
            yield check_sum(rule, self.loaded, total, addends, what, leaves=self.leaves(code, column))

    def leaves(self, code: str, column: str) -> int:
        """Of how many rounded figures the parts of a code are sums, if all of them are exactly that; else 0.

        Where a class is printed as the sum of its printed items, the total above carries a tail for each item.
        """
        count = 0
        for child in self.tree.children[code]:
            below = self.printed_leaves(child, column)
            value = getattr(self.lines[child], column)
            if value is not None and value != sum((leaf for leaf in below), type(value)(0)):
                return 0
            count += len(below)
        return count

    def printed_leaves(self, code: str, column: str) -> list:
        """The printed amounts of the codes at the bottom below this one, none where it is not there; 元, exact."""
        if code not in self.tree.children:
            return []
        if not self.tree.children[code]:
            value = getattr(self.lines[code], column)
            return [] if value is None else [value]
        return [leaf for child in self.tree.children[code] for leaf in self.printed_leaves(child, column)]
