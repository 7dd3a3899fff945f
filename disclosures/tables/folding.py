"""Which rows of a table of codes are visible: opened to a level, folded, or seen from one code."""

from collections.abc import Iterator
from dataclasses import replace

from disclosures.classification.code_tree import CodeTree
from disclosures.classification.codes import parents_of
from disclosures.tables.rows import Fold, Row
from disclosures.tables.selection import Selection


def visible(rows: list[Row], selection: Selection) -> Iterator[Row]:
    """The rows in the order given, without those that are folded away or out of focus; the others with their signs."""
    tree = CodeTree(row.code for row in rows if not row.is_total)
    return (_signed(row, tree, selection) for row in rows if _is_shown(row, tree, selection))


def _is_shown(row: Row, tree: CodeTree, selection: Selection) -> bool:
    if row.is_total or _is_above_focus(row, tree, selection):
        return True
    inside = [code for code in (*tree.above(row.code), row.code) if code.startswith(selection.code)]
    return bool(inside) and not any(_is_closed(code, selection) for code in inside if code != row.code)


def _is_above_focus(row: Row, tree: CodeTree, selection: Selection) -> bool:
    return bool(selection.code) and (row.is_total or row.code in tree.above(selection.code))


def _signed(row: Row, tree: CodeTree, selection: Selection) -> Row:
    if _is_above_focus(row, tree, selection):
        return replace(row, is_above_focus=True)
    if row.is_total or not tree.children[row.code]:
        return row
    return replace(row, fold=Fold.CLOSED if _is_closed(row.code, selection) else Fold.OPEN)


def _is_closed(code: str, selection: Selection) -> bool:
    closed_by_level = len(parents_of(code)) + 1 >= selection.level.depth
    return closed_by_level ^ (code in selection.fold)
