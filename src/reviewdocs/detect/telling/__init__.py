"""What of all that the detectors propose needs telling: what is seen of each candidate, how much that was
fitted to count, and what is cheapest."""
