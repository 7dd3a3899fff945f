"""The standard sentences of 决算情况说明, written from the tables; what only the unit knows stays a marked gap."""
