"""Static files that come with an installed package: plotly's script, served by us and never copied into the project."""

from importlib.resources import files
from pathlib import Path

from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import FileSystemStorage

SCRIPT = "plotly.min.js"


class PlotlyFinder(BaseFinder):
    """Finds `plotly/plotly.min.js`, which is the version of the Python package that makes the figures."""

    def __init__(self):
        self.storage = FileSystemStorage(location=str(files("plotly") / "package_data"))
        self.storage.prefix = "plotly"

    def find(self, path: str, find_all: bool = False, **kwargs) -> str | list[str]:
        """Django asks with `find_all`; releases before 5.2 asked with `all`."""
        found = [self.storage.path(SCRIPT)] if path == f"plotly/{SCRIPT}" else []
        return found if find_all else (found[0] if found else [])

    def list(self, ignore_patterns):
        if Path(self.storage.path(SCRIPT)).exists():
            yield SCRIPT, self.storage
