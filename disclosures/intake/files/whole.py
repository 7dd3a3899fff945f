"""What is said of a reading as a whole: which units are in the file, whether its parts belong together."""

from disclosures.intake.files.units import Share, listed
from disclosures.intake.ledger import FATAL, Problem
from disclosures.intake.parts import Reading
from disclosures.intake.wording import COVER, YEAR, bare
from disclosures.statements.models import statements_in


def report_shares(reading: Reading, shares: list[Share], share: Share) -> None:
    """Where a file holds several units, one must be asked for, and its text must be its own."""
    if len(shares) == 1:
        return
    problems = reading.ledger.problems
    if not reading.part:
        ask = f"{listed(shares)}；请用 --part 写明读哪一个（序号或单位名称）。"
        problems.insert(0, Problem(FATAL, shares[1].place, shares[1].name, ask))
    if len(share.covers) > 1:
        names = "、".join(share.covers)
        problems.append(Problem(FATAL, share.place, share.name, f"分不清文字是哪个单位的：封面有{names}。"))
    if reading.part:
        left = [other for other in shares if other is not share]
        reading.ledger.warn_at(left[0].place, left[0].name, f"{listed(shares)}；只读了{share.name or '要求的一个'}。")


def report_joined(reading: Reading) -> None:
    """Whether the files that were given as one disclosure speak of one unit and year."""
    if not reading.files or not reading.statements:
        return
    where = next(iter(reading.statements.values())).head.place
    cover, year = COVER.match(reading.title), YEAR.search(reading.title)
    if year and reading.year and int(year[1]) != reading.year:
        message = f"几个文件不是同一年度的：文字是 {year[1]} 年度，表是 {reading.year} 年度。"
        reading.ledger.problems.append(Problem(FATAL, where, reading.title, message))
    names = [bare(reading.unit_name), bare(cover["name"])] if cover else []
    if names and names[0] not in names[1] and names[1] not in names[0]:
        message = f"几个文件里的单位名称不同：文字是{names[1]}，表是{names[0]}；请确认是同一份决算。"
        reading.ledger.warn_at(where, reading.title, message)


def report_whole(reading: Reading, name: str) -> None:
    """A file without tables is the text of a disclosure or none at all; tables without any figure are a blank form."""
    ledger = reading.ledger
    if reading.statements and not reading.has_figures:
        message = f"{name} 是空白表样：找到 {len(reading.statements)} 张表，没有一个数。"
    elif reading.statements or ledger.has_fatal:
        return
    elif reading.is_text_alone:
        ledger.warn_at(reading.paragraphs[0].place, reading.title, "只有文字，没有一张决算表；作为不完整的草稿读入。")
        return
    else:
        titles = "、".join(f"《{model.title}》" for model in statements_in(reading.year).values())
        message = f"在 {name} 里没有找到任何一张决算表；找过的有：{titles}。"
    ledger.problems.append(Problem(FATAL, name, "", message))
