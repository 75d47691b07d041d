"""Rules over finished documents: findings and verdict."""
