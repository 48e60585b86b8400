# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""What the DAGs share: the command, the wait for a snapshot, the requests, the alerts."""
