"""The marks are what a tracer sees, in every form of the language that has a line of its own."""

import ast
import runpy

from coverage import Coverage

from tests.reached import MARKS, marking

PROGRAM = '''"""What stands first stays first."""

import functools
from contextlib import suppress

TABLE = {
    "01": 1,
    "02": 2,
}


@functools.cache
@functools.wraps(
    print,
)
def chosen(value):
    """A docstring."""
    global TABLE
    if value == 1:
        return "one"
    elif value == 2:
        return (
            "two"
        )
    else:
        found = [
            one
            for one in range(value)
            if one
        ]
    match value:
        case 3:
            return found
        case _:
            value += 0
    for one in found:
        continue
    else:
        found = lambda: None
    while found:
        found = None
    return found


class Kept:
    """Another."""

    amount: int = 0
    name: str

    @property
    def never(self): return self.amount

    def asked(self):
        try:
            self.amount += 1; return TABLE["03"]
        except KeyError as error:
            with suppress(ValueError), suppress(TypeError):
                raise ValueError(str(error)) from error
        except (
            OSError
        ):
            raise
        finally:
            del self.amount
        assert not self.amount, (
            "none is left"
        )
        async def waits():
            await waits()
        def gives():
            yield from ()
        return list(gives())


assert [chosen(1), chosen(2), chosen(3), chosen(4)] and Kept().asked() == []
if __debug__: pass
'''


def test_marks_are_the_lines_that_a_tracer_sees(tmp_path):
    file = tmp_path / "program.py"
    file.write_text(PROGRAM)
    tracer = Coverage(data_file=None, config_file=False, include=[str(file)])
    with tracer.collect():
        runpy.run_path(str(file))
    _, statements, _, missing, _ = tracer.analysis2(str(file))

    marks = bytearray(len(PROGRAM.splitlines()) + 1)
    exec(compile(marking(ast.parse(PROGRAM)), str(file), "exec"), {MARKS: marks, "__name__": "program"})  # noqa: S102
    assert 0 < len(missing) < len(statements)
    assert [line for line in statements if not marks[line]] == missing


def test_a_docstring_stays_one():
    module = {MARKS: bytearray(100)}
    exec(compile(marking(ast.parse(PROGRAM)), "program", "exec"), module)  # noqa: S102
    assert module["__doc__"] == "What stands first stays first."
    assert module["Kept"].__doc__ == "Another."
