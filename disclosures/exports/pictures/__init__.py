"""Pictures that messengers show beside a shared address: who, which year, how much, and whose site says so."""
