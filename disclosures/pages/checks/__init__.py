"""The findings of a disclosure as its readers see them, and the rules behind them."""
