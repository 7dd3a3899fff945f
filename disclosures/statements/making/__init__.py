"""Made-up unit-years whose figures keep every rule of the forms: for tests, measuring and demonstration."""
