"""Class codes from one version of the class table to another: by rule, by decision, never by guess."""
