"""The fitted weights: written by `training.mentions`, whose model card tells how."""
