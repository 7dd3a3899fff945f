"""The rows of a form set merged: those of both stay, those that somebody deleted go, if nobody else changed them."""

import re
from dataclasses import dataclass
from functools import cached_property

from disclosures.entry.conflicts.blocks import INSIDE, ONE, Block, Rows
from disclosures.entry.conflicts.cells import ORDER, Cells, read, typed
from disclosures.entry.conflicts.merging import UNKNOWN, Conflict, Merge, Row, Sent, row_label
from disclosures.entry.conflicts.orders import Orders

DELETE, WHOLE = "DELETE", "row"  # stand where the name of a field stands: the box that deletes a row; all of a row
_MOST_ROWS = 5000  # more than a form set takes
_NO_CELLS = (ORDER, INSIDE)


@dataclass(frozen=True)
class MergedRows:
    """A form set as it was sent, laid over its rows as they are stored now."""

    merge: Merge
    block: Block

    def take(self) -> None:
        """Write the form set anew: first the rows that are stored, then the new ones of whoever sends."""
        old = [name for name in self.merge.data if _index(self.block.prefix, name)]
        for name in old:
            del self.merge.data[name]
        written = 0
        for key, cells in self.block.rows.items():
            self._write(written, self._stored(key, cells, written))
            written += 1
        for sent in self._new(written):
            self._write(written, sent)
            written += 1
        self._manage("INITIAL_FORMS", len(self.block.rows))
        self._manage("TOTAL_FORMS", written)
        for key, cells in self.block.rows.items():
            if self.seen is not None and key not in self.seen and key not in self.keys:
                self._tell(cells, "新加的行")

    @cached_property
    def seen(self) -> Rows | None:
        return self.merge.seen(self.block)

    @cached_property
    def sent(self) -> dict[int, Sent]:
        """The rows that were sent, by their numbers."""
        total, rows = self._managed("TOTAL_FORMS"), dict[int, Sent]()
        for name in self.merge.sent:
            found = _index(self.block.prefix, name)
            if found and int(found[1]) < total:
                rows.setdefault(int(found[1]), {})[found[2]] = self.merge.sent[name]
        return dict(sorted(rows.items()))

    @cached_property
    def keys(self) -> dict[str, int]:
        """Which of them were shown as stored, by their keys."""
        if self.block.is_single:
            return {ONE: 0} if 0 in self.sent and (self.block.rows or self._managed("INITIAL_FORMS")) else {}
        initial = self._managed("INITIAL_FORMS")
        return {sent["id"]: n for n, sent in self.sent.items() if n < initial and sent.get("id", "").isdecimal()}

    @cached_property
    def orders(self) -> Orders | None:
        return Orders(self.seen, self.block.rows) if self.seen and ORDER in self.block.fields else None

    def _stored(self, key: str, now: Cells, n: int) -> Sent:
        """The inputs of a row that is stored."""
        ids = {"id": self.block.ids[key]}
        if key not in self.keys:
            return self._untouched(now) | ids
        index, was = self.keys[key], self._was(key)
        sent = self.sent[index]
        at, sent_at = self._at(n), self._at(index)
        if DELETE in sent and not self.merge.is_given_up(f"{sent_at}{DELETE}"):
            self._deletes(was, now, f"{at}{DELETE}")
            return self._untouched(now) | ids | {DELETE: "on"}
        kept = {name: text for name, text in sent.items() if name != DELETE}
        return kept | Row(self.merge, self.block, sent, was, now, at, sent_at, self.orders).merged() | ids

    def _was(self, key: str) -> Cells | None:
        """The row as it was shown; the one row of a block that had none yet was blank."""
        if self.seen is not None and self.block.is_single:
            return self.seen.get(key, self.block.blank)
        return self.seen.get(key) if self.seen else None

    def _untouched(self, now: Cells) -> Sent:
        return {name: text for name, text in now.items() if name != INSIDE}

    def _deletes(self, was: Cells | None, now: Cells, input_name: str) -> None:
        changed = [name for name in now if name != ORDER and (was is None or was.get(name) != now[name])]
        label = row_label(self.block, now)
        one = Conflict(
            input_name,
            f"{label} · 整行",
            UNKNOWN if was is None else self._read(was, changed),
            self._read(now, changed, "（改过）"),
            "删除",
        )
        self.merge.own.append(one)
        if changed:
            self.merge.conflicts.append(one)

    def _read(self, cells: Cells, names: list[str], inside: str = "") -> str:
        """Those cells of a row as a person reads them; `inside` is said of what goes with it."""
        fields = self.block.fields
        lines = [f"{fields[name].label}：{read(fields[name], cells[name])}" for name in names if name in fields]
        return "\n".join([*lines, *([f"里面的任务和指标{inside}"] if INSIDE in names else [])])

    def _new(self, first: int) -> list[Sent]:
        """The rows that are not stored: typed anew, or changed while somebody deleted them."""
        deleted = [self._deleted(key, index) for key, index in self.keys.items() if key not in self.block.rows]
        rows = [row for row in deleted if row]
        for n, (row, was) in enumerate(rows, start=first):
            names = [name for name in self._names(self.block.blank) if name in row]
            if was is not None:
                names = [name for name in names if self._typed(row, name, was) != was[name]]
            before = UNKNOWN if was is None else self._read(was, names)
            where, mine = f"{row_label(self.block, was or row)} · 整行", self._read(row, names)
            one = Conflict(f"{self._at(n)}{WHOLE}", where, before, "已删除", mine, f"{self._at(n)}{names[0]}")
            self.merge.own.append(one)
            self.merge.conflicts.append(one)
        return [row for row, _ in rows] + self._added()

    def _deleted(self, key: str, index: int) -> tuple[Sent, Cells | None] | None:
        """What was typed into a row that is gone; None where nothing was."""
        sent, was = self.sent[index], self._was(key)
        if DELETE in sent:
            return None
        mine = {name: self._typed(sent, name, was) for name in self._names(was or self.block.blank)}
        if was is not None and all(text in (None, was.get(name)) for name, text in mine.items()):
            self._tell(was, "被删除")
            return None
        order = self.orders.now_of(sent.get(ORDER, "")) if self.orders else ""
        return {name: text for name, text in sent.items() if name != "id"} | {ORDER: order}, was

    def _added(self) -> list[Sent]:
        """The new rows, at the places where they were put."""
        known, rows = set(self.keys.values()), []
        for n, sent in self.sent.items():
            if n in known or self.merge.is_given_up(f"{self._at(n)}{WHOLE}") or self._is_there_already(sent):
                continue
            order = sent.get(ORDER, "")
            rows.append(sent | ({ORDER: self.orders.now_of(order) if self.orders else order} if order else {}))
            self._own(sent, n)
        return rows

    def _own(self, sent: Sent, n: int) -> None:
        if cells := self._said(sent):
            label = f"{row_label(self.block, cells)} · 新加的行"
            self.merge.own.append(Conflict(f"{self._at(n)}{WHOLE}", label, "", "", self._read(cells, list(cells))))

    def _is_there_already(self, sent: Sent) -> bool:
        """Whether a row that says all of that was stored since: a page that is sent twice adds its rows once."""
        since = [cells for key, cells in self.block.rows.items() if self.seen is not None and key not in self.seen]
        if not since:
            return False
        mine = self._said(sent)
        return bool(mine) and any(mine.items() <= cells.items() for cells in since)

    def _said(self, sent: Sent) -> Cells:
        """What was typed into a new row."""
        blank = self.block.blank
        cells = {name: self._typed(sent, name, None) for name in self._names(blank)}
        return {name: text for name, text in cells.items() if text is not None and text != blank[name]}

    def _typed(self, sent: Sent, name: str, was: Cells | None) -> str | None:
        known = (was[name],) if was and name in was else ()
        return typed(self.block.fields[name], sent, name, known)

    def _names(self, cells: Cells) -> list[str]:
        return [name for name in cells if name not in _NO_CELLS]

    def _tell(self, cells: Cells, what: str) -> None:
        self.merge.others.append(f"{row_label(self.block, cells)}（{what}）")

    def _at(self, n: int) -> str:
        return f"{self.block.prefix}-{n}-"

    def _write(self, n: int, sent: Sent) -> None:
        for name, text in sent.items():
            self.merge.data[f"{self._at(n)}{name}"] = text

    def _managed(self, name: str) -> int:
        text = self.merge.sent.get(f"{self.block.prefix}-{name}", "")
        return min(int(text), _MOST_ROWS) if text.isascii() and text.isdecimal() else 0

    def _manage(self, name: str, count: int) -> None:
        self.merge.data[f"{self.block.prefix}-{name}"] = str(count)


def _index(prefix: str, name: str) -> re.Match | None:
    """The number and the field in the name of an input of that form set."""
    return re.fullmatch(rf"{re.escape(prefix)}-([0-9]{{1,6}})-(\w+)", name)
