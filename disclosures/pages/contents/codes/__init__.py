"""Official codes across units and years: all classes, and one code with who got or spent what under it."""
