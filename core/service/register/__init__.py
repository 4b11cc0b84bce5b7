"""The register of planner teams 责任规划师台账: teams, scenarios, assignment with its history, visits, suggestions; a book of a ledger."""
