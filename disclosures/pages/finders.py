"""The chart script, served by us and never copied into the project: what `python -m bundle` built, or all of plotly."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SCRIPT = "plotly.min.js"
BUNDLE = settings.VAR_DIR / "bundle"  # where set-up puts a script with just the kinds of chart in use
PACKAGE = Path(str(files("plotly") / "package_data"))  # the full script, of the version that makes the figures


class PlotlyFinder(BaseFinder):
    """Finds `plotly/plotly.min.js`: the one that was built, else that of the Python package, three times as large."""

    def __init__(self):
        folder = BUNDLE if (BUNDLE / SCRIPT).exists() else PACKAGE
        self.storage = FileSystemStorage(location=str(folder))
        self.storage.prefix = "plotly"

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Django asks with `find_all`; releases before 5.2 asked with `all`."""
        paths = [self.storage.path(SCRIPT)] if path == f"plotly/{SCRIPT}" else []
        return paths if find_all else (paths[0] if paths else [])

    def list(self, ignore_patterns):
        if Path(self.storage.path(SCRIPT)).exists():
            yield SCRIPT, self.storage
