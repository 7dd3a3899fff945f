"""How findings are told: the wordings of each code; in Chinese out of the facts, in English by sides and end."""
