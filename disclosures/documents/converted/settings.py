"""The settings that LibreOffice runs with: nothing that a document asks for is fetched, followed, updated or run."""

from pathlib import Path
from xml.sax.saxutils import quoteattr

_NEVER_IN_TEXTS, _NEVER_IN_WORKBOOKS = "0", "2"

# Settings by the path at which LibreOffice keeps them; a version that does not know one passes it over.
_SETTINGS = {
    "Common/Security/Scripting": {
        "BlockUntrustedRefererLinks": "true",
        "DisableActiveContent": "true",
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": "3",
    },
    "Writer/Content/Update": {"Link": _NEVER_IN_TEXTS},
    "WriterWeb/Content/Update": {"Link": _NEVER_IN_TEXTS},
    "Calc/Content/Update": {"Link": _NEVER_IN_WORKBOOKS},
    "Java/VirtualMachine": {"Enable": "false"},
    "Update/Update": {"Enabled": "false"},
}

_FRAME = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}
</oor:items>
"""


def write_profile(folder: Path) -> None:
    """Make the folder a profile that LibreOffice starts with."""
    (folder / "user").mkdir(parents=True)
    items = [_item(path, name, value) for path, settings in _SETTINGS.items() for name, value in settings.items()]
    (folder / "user" / "registrymodifications.xcu").write_text(_FRAME.format("\n".join(items)))


def _item(path: str, name: str, value: str) -> str:
    where = quoteattr(f"/org.openoffice.Office.{path}")
    return f'<item oor:path={where}><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
