"""The rows of a page as files: csv, xlsx and json."""
