"""The reconciliation rules, and the findings they make in a disclosure."""
