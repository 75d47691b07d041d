"""Fits how mentions are decided: annotated cases in, the weights of `reviewdocs.pseudonymise.weigh` out."""
