"""The page of one table: its sentence, its rows with links, what explains and cites them."""
