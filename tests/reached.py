"""Which lines of the package the tests reach, found without a tracer: `PYTEST_PLUGINS=tests.reached` before pytest, and
`python -m tests.reached manage.py …` for a program that they start.

Python 3.11 runs everything slower while something traces it, libraries too; the tests took twice as long. Here each
statement of the package gets one before it that marks its line. `coverage` combines the marks of all processes and
reports them like its own.
"""

import ast
import runpy
import sys
from collections.abc import Iterator
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path

from coverage import CoverageData

PACKAGE = Path(__file__).parents[1] / "disclosures"
MARKS = "__reached__"  # what a module calls its marks: a byte for each line
REACHED: dict[str, bytearray] = {}


def marking(tree: ast.Module) -> ast.Module:
    """The same program, which marks every statement that it comes to."""
    for node in list(ast.walk(tree)):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):  # a lambda has an expression there
                setattr(node, name, [*_header(node), *_with_marks(block)])
    return tree


def _with_marks(block: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in block:
        if not _is_text(statement):
            yield from (_mark(line) for line in _lines(statement))
        yield statement


def _is_text(statement: ast.stmt) -> bool:
    """Whether it is a docstring, which must stay the first; nothing runs there."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _lines(statement: ast.stmt) -> list[int]:
    """The lines that are reached with it: its own, and those of its decorators."""
    return [*(one.lineno for one in getattr(statement, "decorator_list", ())), statement.lineno]


def _header(node: ast.AST) -> list[ast.stmt]:
    """The mark of a line that no statement stands on: reached when its block is, which a tracer does not ask for."""
    if isinstance(node, ast.ExceptHandler):
        return [_mark(node.lineno)]
    return [_mark(node.pattern.lineno)] if isinstance(node, ast.match_case) else []


def _mark(line: int) -> ast.stmt:
    place = ast.Subscript(ast.Name(MARKS, ast.Load()), ast.Constant(line), ast.Store())
    at = {"lineno": line, "col_offset": 0, "end_lineno": line, "end_col_offset": 0}
    return ast.fix_missing_locations(ast.Assign([place], ast.Constant(1), **at))


class MarkingLoader(SourceFileLoader):
    """Loads a module from its source, with the marks; what Python compiled of it stays without."""

    def get_code(self, fullname):
        tree = ast.parse(self.get_data(self.path), self.path)
        return compile(marking(tree), self.path, "exec", dont_inherit=True)

    def exec_module(self, module):
        lines = self.get_data(self.path).count(b"\n") + 2
        setattr(module, MARKS, REACHED.setdefault(self.path, bytearray(lines)))
        super().exec_module(module)


class MarkingFinder(MetaPathFinder):
    """Finds the modules of the package, before Python does."""

    def find_spec(self, fullname, path, target=None) -> ModuleSpec | None:
        if fullname.partition(".")[0] != PACKAGE.name:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and spec.origin:
            spec.loader = MarkingLoader(spec.loader.name, spec.origin)
        return spec


def pytest_sessionfinish():
    """Leave what was reached in a file of this process; modules that nothing imported stand there with no line."""
    data = CoverageData(str(PACKAGE.with_name(".coverage")), suffix=True)
    data.add_lines({path: [line for line, mark in enumerate(marks) if mark] for path, marks in REACHED.items()})
    data.touch_files(str(file) for file in PACKAGE.rglob("*.py") if (file.parent / "__init__.py").exists())
    data.write()


def main() -> None:
    """Run a program of which the tests want to know how it goes in a process of its own."""
    del sys.argv[0]
    try:
        runpy.run_path(sys.argv[0], run_name="__main__")
    finally:
        pytest_sessionfinish()


sys.meta_path.insert(0, MarkingFinder())
if __name__ == "__main__":
    main()
