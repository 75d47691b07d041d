"""What is seen of a candidate, as numbers: each module sees one kind of thing, and none decides or reads another's."""
