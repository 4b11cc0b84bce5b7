"""Approval and supply 报批与供应: approved and not supplied, idle land."""
