"""The official code lists: functional and economic classification, regions; names by year, parents by prefix."""
