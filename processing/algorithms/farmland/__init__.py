"""Farmland protection 耕地保护: reserve, requisition–compensation, transition, in–out balance, rectification, linkage."""
