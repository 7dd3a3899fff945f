"""Publishing at a set time: the plans that publishers make, and what becomes of them when they are due."""
