"""Two ways through one disclosure for people with little time: seven steps, and two printed pages for deputies."""
