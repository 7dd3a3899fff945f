"""Read the kept sources again: `reread [UNIT [YEAR]] [--json] [--apply [--force]]`.

Lists what would now read differently in drafts and in what is public. Stopped and started again it loses nothing:
what was applied no longer differs. What people compared with the pictures of a scan, and answered to findings, stays
where the same is read; where not, that is said.
"""

import json
from collections.abc import Iterator

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from disclosures.entry.imports.again.renewing import renew
from disclosures.entry.imports.again.rereading import Reread, reread, to_reread
from disclosures.intake.isolated import isolated_reader
from disclosures.intake.store import RefusedImportError
from disclosures.statements.models import State

_TITLES = {
    "problems_new": "新的问题", "problems_gone": "不再有的问题", "unread_new": "新的未读", "unread_gone": "不再未读",
}  # fmt: skip


class Command(BaseCommand):
    help = "List what would now read differently; exit status 1 if that is any figure of what is published."

    def add_arguments(self, parser):
        parser.add_argument("unit", nargs="?", default="", help="region and code, as in 210400-011001; default: all")
        parser.add_argument("year", nargs="?", type=int)
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON object a revision and line")
        parser.add_argument("--apply", action="store_true", help="renew drafts; propose corrections of what is public")
        parser.add_argument("--force", action="store_true", help="even where work done by hand gets lost")

    def handle(self, *args, unit: str, year: int | None, as_json: bool, apply: bool, force: bool, **options):
        try:
            chosen = to_reread(unit, year)
        except RefusedImportError as error:
            raise CommandError(str(error)) from error
        keys = list(chosen.order_by("pk").values_list("pk", flat=True))
        count = published = 0
        with isolated_reader() as reader:
            for key in tqdm(keys, unit="份", desc="重读", file=self.stderr):
                disclosure = chosen.filter(pk=key).first()
                if disclosure is None:
                    continue  # it was replaced or taken on meanwhile
                again = reread(disclosure, reader)
                done = renew(again, force=force) if apply else ""
                self._write(again, done, as_json)
                count += again.differs
                published += disclosure.state == State.PUBLISHED and again.has_other_figures
        if not as_json:
            self.stdout.write(f"重读 {len(keys)} 份，{count} 份有不同，其中 {published} 份是已发布的数字。")
        if published:
            raise CommandError(f"已发布的决算有 {published} 份现在会读出不同的数字。")

    def _write(self, again: Reread, done: str, as_json: bool):
        if as_json:
            self.stdout.write(json.dumps(again.as_data() | {"done": done}, ensure_ascii=False))
        elif again.differs:
            for line in _lines(again, done):
                self.stdout.write(line)


def _lines(again: Reread, done: str) -> Iterator[str]:
    disclosure = again.disclosure
    by_hand = "，可能有手工改动" if again.is_edited else ""
    yield f"{disclosure.unit.slug} {disclosure}，{disclosure.get_state_display()}{by_hand}"
    for message in again.refusals:
        yield f"  现在读不进来：{message}"
    for change in again.differences:
        where = f"（{change.place}）" if change.place else ""
        yield f"  {change.part} {change.row} {change.column}：{change.before or '无'} → {change.after or '无'}{where}"
    for sentence in again.dropped:
        yield f"  {sentence}"
    for key, entries in again.told.items():
        for entry in entries:
            yield f"  {_TITLES[key]} {entry['place']}：{entry.get('message') or entry['text']}"
    if done:
        yield f"  {done}"
