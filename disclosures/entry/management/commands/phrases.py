"""Which phrases of the vocabulary a text uses, and which words are new: `phrases FILE` or `phrases UNIT YEAR`.

For what is new an editor adds a row to one of the files that are named at the end.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from disclosures.checks.narrative.meaning.guessing import guess, unknown_words
from disclosures.checks.narrative.meaning.meanings import Mention
from disclosures.checks.narrative.meaning.phrases.rows import FILES, Row
from disclosures.checks.narrative.meaning.reading import Reading, reading_of
from disclosures.documents.items import DocumentError
from disclosures.intake.isolated import isolated_reader
from disclosures.intake.reading import read_disclosure
from disclosures.statements.loaded import LoadedDisclosure, load
from disclosures.statements.models import Disclosure, PerformanceIndicator, PerformanceTask

_REASON = re.compile("原因|由于|因为|主要是")
_WITHIN_FORMS = (PerformanceTask, PerformanceIndicator)  # of which the text names nothing
_BESIDE = 30  # characters of the sentence that are shown before a figure


class Command(BaseCommand):
    help = "Show the phrases by which the figures of a text are understood, and the words that are in no row."

    def add_arguments(self, parser):
        parser.add_argument("what", help="a document, or a unit as in 210400-011001")
        parser.add_argument("year", type=int, nargs="?", help="the year of the unit")
        parser.add_argument("--all", action="store_true", help="every phrase that is used, not only the new words")

    def handle(self, *args, what: str, year: int | None, **options):
        reading = reading_of(_of_unit(what, year) if year else _of_file(Path(what)))
        known = [one for one in reading.mentions if one.meaning]
        unknown = [one for one in reading.mentions if not one.meaning]
        if options["all"]:
            self.stdout.writelines(_used(known))
        for mention in unknown:
            self.stdout.writelines(_new(reading, mention))
        self.stdout.write(f"{len(reading.mentions)} 个数，{len(unknown)} 个没认出是什么数。")
        if unknown:
            self.stdout.write("说法加在：" + "，".join(str(file.relative_to(settings.BASE_DIR)) for file in FILES))


def _of_unit(unit: str, year: int) -> LoadedDisclosure:
    region, _, code = unit.partition("-")
    found = Disclosure.objects.filter(unit__region_id=region, unit__code=code, year=year).order_by("-revision").first()
    if not found:
        raise CommandError(f"没有 {unit} {year} 年度决算。")
    return load(found)


def _of_file(path: Path) -> LoadedDisclosure:
    try:
        with isolated_reader() as reader:
            reading = read_disclosure(path, reader.read)
    except DocumentError as error:
        raise CommandError(str(error)) from error
    disclosure = Disclosure(
        year=reading.year or 0, unit_name=reading.unit_name, amount_unit=reading.precision.unit.value
    )
    parts = (part for part in reading.parts() if not isinstance(part, _WITHIN_FORMS))
    return LoadedDisclosure(disclosure, parts)


def _used(mentions: list[Mention]) -> Iterator[str]:
    """The rows by how often they explain a figure, with where they were seen before."""
    times: Counter[Row] = Counter(row for one in mentions if one.meaning for row in one.meaning.rows)
    for row, count in times.most_common():
        means = " + ".join(" ".join((kind, *words)) for kind, words in row.means)
        yield f"{count:>5} 次  {row.phrase}  {means}  （见于{row.seen}）\n"


def _new(reading: Reading, mention: Mention) -> Iterator[str]:
    """A figure that is not understood among its words, what of these is new, and what it may be."""
    before = mention.paragraph.text[max(0, mention.spot.start - _BESIDE) : mention.spot.start]
    yield f"{mention.spot.place}  {' '.join(before.split())}【{' '.join(mention.printed.text.split())}】\n"
    if _REASON.search(mention.clause):
        yield "    说明原因的句子，不核对\n"
        return
    words, guessed = unknown_words(reading, mention), guess(reading, mention)
    yield f"    没有的说法：{'，'.join(words) or '没有，是几个说法不能放在一起'}\n"
    if guessed:
        yield f"    可能是：{guessed}\n"
    if words:
        section = mention.scope.name.lower() if mention.scope else ""
        yield f"    要加的行：{words[-1]},{section},subject …,{reading.loaded.disclosure.unit_name or '本文件'}\n"
