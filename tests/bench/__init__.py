"""The benchmark report: `python -m tests.bench` measures side by side and prints ratios from one run."""
