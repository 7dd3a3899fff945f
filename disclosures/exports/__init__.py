"""The rows of a page as files: csv, xlsx and json; of the page of all rules too."""
