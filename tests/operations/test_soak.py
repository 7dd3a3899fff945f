"""A thousand disclosures saved, lost, brought back and moved: nothing differs anywhere."""

from pathlib import Path

import pytest

from tests.operations.conftest import manage


@pytest.mark.soak
def test_a_thousand_disclosures_come_back_and_move(tmp_path, new_postgresql):
    file, backup = tmp_path / "site.sqlite3", tmp_path / "backup"
    url = f"sqlite:///{file}"
    manage(url, "migrate")
    manage(url, "load_codes")
    manage(url, "make_demo", "--disclosures", "1000")
    manage(url, "back_up", str(backup))
    for lost in Path(tmp_path).glob("site.sqlite3*"):
        lost.unlink()
    manage(url, "restore", str(backup))  # verifies
    first, second = new_postgresql(), new_postgresql()
    manage(url, "move_to_postgresql", first)  # verifies
    manage(first, "back_up", str(tmp_path / "dump"))
    manage(second, "restore", str(tmp_path / "dump"))
    assert manage(second, "verify") == ""
