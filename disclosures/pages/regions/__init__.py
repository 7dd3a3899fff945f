"""Where there are units: the provinces as tiles, and all regions as a tree."""
