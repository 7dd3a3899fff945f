"""The page of one table: its sentence, its rows with what a page adds to them, its picture."""
