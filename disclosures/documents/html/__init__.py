"""Web pages as they are seen: what styles hide and notes mark is put aside, nothing is fetched and no script is run."""
