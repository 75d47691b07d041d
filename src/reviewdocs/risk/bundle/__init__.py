"""Several documents checked together: what only together they tell, and where they contradict one another."""

from reviewdocs.risk.bundle.account import Account, account_of
from reviewdocs.risk.bundle.findings import bundle_findings

__all__ = ["Account", "account_of", "bundle_findings"]
