"""How many answers a second the site gives, beside other servers on the same machine: `python -m tests.bench.load`."""
