"""Templates and data become documents."""
