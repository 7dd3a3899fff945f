"""Write the whole site as files that need no server: `export_site DIR`; a run that was killed goes on where it was."""

import sqlite3
from argparse import ArgumentParser
from contextlib import nullcontext
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.http.request import validate_host
from tqdm import tqdm

from disclosures.drafts import draft
from disclosures.exports.offline.asking import Asker
from disclosures.exports.offline.known import NAME
from disclosures.exports.offline.recording import Recorder
from disclosures.exports.offline.site import MANIFEST, Export, NothingPublishedError, UnansweredError
from disclosures.outages import sentence

NAMED = 3  # addresses in a sentence


class Command(BaseCommand):
    help = (
        "把全站写成静态文件：每一页、每个文件、每张图，链接都是相对的，放到任何文件服务器上都能看。"
        f"再写一次只改变了的；中途停了，接着写。每个文件的 SHA-256 在 {MANIFEST} 里。"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="空的或还没有的文件夹，或以前写的存档")
        parser.add_argument("--site", default="http://127.0.0.1:8000", help="本站对外的网址，页上的网址以它开头")
        parser.add_argument("--without-english", action="store_true", help="不写英文的页")
        parser.add_argument("--with-pdf", action="store_true", help="也写 PDF，每份要几秒钟")
        parser.add_argument(
            "--warc", type=Path, help="再写一个网页档案（WARC）：每个网址的回答原样，带响应头；要全部重新问一遍"
        )

    def handle(self, *args, folder: Path, site: str, warc: Path | None, **options) -> None:
        origin = _origin(site)
        wanted = {"with_english": not options["without_english"], "with_pdf": options["with_pdf"]}
        try:
            _prepare(folder)
            with draft(warc) if warc else nullcontext() as file:
                recorder = Recorder(origin, file) if file else None
                failures = self._run(Export(folder, Asker(origin), recorder=recorder, **wanted))
        except NothingPublishedError:
            raise CommandError("还没有公开的决算，没有可以存档的。") from None
        except UnansweredError as error:
            raise CommandError(f"网站答不出首页（{error}）；请看日志，静态文件要先用 collectstatic 准备好。") from None
        except (DatabaseError, sqlite3.Error) as error:
            raise CommandError(sentence(error)) from None
        except OSError as error:
            raise CommandError(f"没有写完：{error}。已写好的都在，再运行一次会接着写。") from None
        if failures:
            named = "、".join(f"{address}（{status}）" for address, status in failures[:NAMED])
            raise CommandError(f"{len(failures)} 个网址没有答出文件：{named}；别的都写好了。")

    def _run(self, export: Export) -> list[tuple[str, int]]:
        """Write it; the addresses that gave no file, each with the status."""
        with tqdm(unit="个", desc="写", file=self.stderr) as bar:
            try:
                for left in export.run():
                    bar.total = export.done.all + left
                    bar.update(export.done.all - bar.n)
                failures = export.known.failures()
            finally:
                export.known.close()
        done = export.done
        self.stdout.write(f"{export.folder}：新写 {done.made} 个文件，没有变的 {done.same} 个，撤下 {done.gone} 个。")
        return failures


def _origin(site: str) -> str:
    """The site's own address as pages begin theirs; an error where it is none of this site."""
    parts = urlsplit(site)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise CommandError(f"--site 应当像 https://accounts.example；现在是 {site}。")
    if not validate_host(parts.hostname, settings.ALLOWED_HOSTS):
        raise CommandError(f"--site 的 {parts.hostname} 不在 ALLOWED_HOSTS 里。")
    return f"{parts.scheme}://{parts.netloc}"


def _prepare(folder: Path) -> None:
    """The folder is there and is ours, or an error: nobody else's files are touched."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()) and not (folder / NAME).is_file():
        raise CommandError(f"{folder} 里有别的文件；请给一个空的文件夹，或以前写的存档。")
