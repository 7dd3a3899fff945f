"""Tables before they are written: their boxes, how wide columns are, and in which letters they stand on a sheet."""
