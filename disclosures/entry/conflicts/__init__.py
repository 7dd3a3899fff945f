"""Two people at one page: what each of them saw is known, so that no save overwrites what somebody has not seen."""
