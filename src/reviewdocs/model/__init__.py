"""What things are: reviews, people, pseudonym maps, text, mentions, findings. No input or output."""
