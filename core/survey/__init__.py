"""The land survey: schema, classes, repair, atoms, apportionment and the jobs that stand on them."""
