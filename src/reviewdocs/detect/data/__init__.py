"""Lists of the detectors, written for this purpose from general knowledge."""
