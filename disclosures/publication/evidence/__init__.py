"""The names that current disclosures of real units print for codes, and what they say of the lists."""
