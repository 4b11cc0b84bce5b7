"""The workbook of the quota ledger: journal, yearly summary, quarter filing, rolling projects, and what checks them."""
