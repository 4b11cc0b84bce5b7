"""Requisition–compensation (占补平衡): what projects have to make up for, which lots of the reserve do it, and the forms."""
