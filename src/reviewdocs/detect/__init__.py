"""Text becomes detections: the one bridge to spaCy and Presidio, and the recognisers."""
