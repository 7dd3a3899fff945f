"""Figures as data packages: what each column is, a year as Parquet, everything as one database, a catalogue."""
