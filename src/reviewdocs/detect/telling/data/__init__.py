"""What was fitted, as `training.telling` writes it."""
